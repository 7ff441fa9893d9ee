package fanout.server;

/**
 * The commands of a forked server. The name of a command is the line that {@link ForkedServer} sends and
 * {@link ServerMain} reads.
 */
enum ServerCommand {
    /** Answered with nothing, or an error if the gate is closed already. */
    CLOSE_GATE,
    /** Answered with nothing. */
    OPEN_GATE,
    /** Answered with how many requests are held. */
    HELD,
    /** Answered with requests, connections, in flight and peak. */
    COUNTERS,
    /** Answered with nothing. */
    RESET_COUNTERS,
    /** Answered with the number of the first batch since then. */
    FIRST_BATCH,
    /** Answered with the CPU time of the busiest I/O thread since then, in ns; with nothing where it is not known. */
    BUSIEST_IO_NANOS
}
