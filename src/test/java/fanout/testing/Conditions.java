package fanout.testing;

import fanout.server.ServerConditions;
import fanout.workload.DelaySpread;
import fanout.workload.Hosts;

/** The conditions of a server for a test, so that a new parameter is given its value here and not in each of them. */
public final class Conditions {
    private Conditions() {}

    /** As the record's own constructor, which takes a value for each parameter. */
    public static ServerConditions of(String server, String scheme, int delayMillis, int payloadBytes) {
        return new ServerConditions(server, scheme, Hosts.ONE, delayMillis, DelaySpread.NONE, payloadBytes);
    }
}
