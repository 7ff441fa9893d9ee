package fanout.selection;

import fanout.server.RemoteServer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Asks a server whether it speaks HTTP/2 with prior knowledge (h2c), each server once. */
final class Http2Probe implements Predicate<String> {
    private final Map<String, Boolean> known = new HashMap<>();

    @Override
    public boolean test(String server) {
        return known.computeIfAbsent(server, Http2Probe::ask);
    }

    private static boolean ask(String server) {
        return RemoteServer.speaksHttp2(RemoteServer.parse(server));
    }
}
