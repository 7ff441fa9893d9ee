package fanout.benchmark;

/**
 * When a client shows that it keeps exactly its concurrency in flight. A client that does not fails the run either way.
 */
enum ProofTime {
    /** Before anything is measured; its connections are then open. */
    FIRST,

    /** After everything is measured, so that the very first batch is a measured one. */
    LAST
}
