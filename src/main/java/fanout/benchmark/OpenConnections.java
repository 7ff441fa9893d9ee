package fanout.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connections of this process to a server, whichever library opened them: Linux tells both ends of each. So they
 * are known also where the server is not ours, and where the client does not count them.
 *
 * <p>Tested by {@code fanout.benchmark.OpenConnectionsTest} and {@code fanout.benchmark.ConnectionCheckTest}.
 */
final class OpenConnections {
    private static final Path FILES = Path.of("/proc/self/fd");
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    /** The fields of a line of the tables; see proc(5). */
    private static final int LOCAL = 1;

    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String ESTABLISHED = "01";
    private static final int HEX = 16;

    private OpenConnections() {}

    /**
     * Both ends of each established one, as the system writes them; empty if it does not tell. Connections to two hosts
     * may have one local port.
     *
     * @param server its port counts, which all of its hosts have
     */
    static Optional<Set<String>> to(URI server) {
        try {
            Set<String> own = sockets();
            Set<String> connections = new HashSet<>();
            for (Path table : TABLES) {
                for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
                    String[] fields = line.strip().split("\\s+");
                    if (fields.length > INODE
                            && fields[STATE].equals(ESTABLISHED)
                            && port(fields[REMOTE]) == server.getPort()
                            && own.contains("socket:[" + fields[INODE] + "]")) {
                        connections.add(fields[LOCAL] + " " + fields[REMOTE]);
                    }
                }
            }
            return own.isEmpty() ? Optional.empty() : Optional.of(connections);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Set<String> sockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        if (Files.isDirectory(FILES)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(FILES)) {
                for (Path file : files) {
                    sockets.add(target(file));
                }
            }
        }
        return sockets;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }
}
