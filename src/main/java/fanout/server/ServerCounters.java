package fanout.server;

/**
 * What a {@link GatedServer} has seen, at one instant. A request is in flight from the moment the server has read it
 * until just before its answer is handed to the socket, so never at a time when the client does not count it too.
 * Without a delay or a gate that is a moment only: the peak is then at most the number of I/O threads.
 *
 * @param requests valid user requests that have arrived
 * @param connections connections on which at least one request, valid or not, has come since the server's start
 * @param inFlight valid user requests that have arrived and are not yet answered
 * @param peakInFlight the most that {@code inFlight} has been
 */
public record ServerCounters(long requests, long connections, int inFlight, int peakInFlight) {
    /** @throws IllegalArgumentException if a count is negative, or if {@code inFlight} is above its peak */
    public ServerCounters {
        if (requests < 0 || connections < 0 || inFlight < 0 || peakInFlight < inFlight) {
            throw new IllegalArgumentException("impossible counts: requests " + requests + ", connections "
                    + connections + ", inFlight " + inFlight + ", peakInFlight " + peakInFlight);
        }
    }
}
