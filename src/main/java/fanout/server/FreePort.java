package fanout.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that is free on each of several addresses.
 *
 * <p>Tested by {@code fanout.server.HostsServerTest}.
 */
final class FreePort {
    private static final int TRIES = 20;

    private FreePort() {}

    /**
     * Finds one. Another program may take it before it is used, which then fails.
     *
     * @param addresses as numbers; no name is looked up
     * @param wanted the port, or 0 for any
     * @throws UncheckedIOException if an address is none of this machine's, or no port is free on all
     */
    static int of(List<String> addresses, int wanted) {
        BindException failure = null;
        for (int i = 0; i < (wanted == 0 ? TRIES : 1); i++) {
            try {
                return bindAll(addresses, wanted);
            } catch (BindException e) {
                failure = e;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String first = addresses.get(0);
        String last = addresses.get(addresses.size() - 1);
        throw new UncheckedIOException(
                "cannot listen on one port of " + first + " to " + last + ": " + failure.getMessage()
                        + " (macOS has only 127.0.0.1, until `ifconfig lo0 alias` adds others)",
                failure);
    }

    private static int bindAll(List<String> addresses, int wanted) throws IOException {
        List<ServerSocket> bound = new ArrayList<>();
        try {
            int port = wanted;
            for (String address : addresses) {
                bound.add(new ServerSocket(port, 1, InetAddress.getByName(address)));
                port = bound.get(0).getLocalPort();
            }
            return port;
        } finally {
            for (ServerSocket socket : bound) {
                socket.close();
            }
        }
    }
}
