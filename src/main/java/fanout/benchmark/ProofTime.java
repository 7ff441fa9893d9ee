package fanout.benchmark;

/** When a client shows that it keeps exactly its concurrency in flight. One that can't fails the run either way. */
enum ProofTime {
    /** Before anything is measured; its connections are then open. */
    FIRST,

    /** When everything is measured, so that the first batch of all is a measured one. */
    LAST
}
