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
 * The connections of this process to a server, whichever library opened them: Linux tells them by their local ports. So
 * they are known also where the server is not ours, and where the client does not count them.
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

    /** The local ports of the established ones; empty if the system does not tell. */
    static Optional<Set<Integer>> ports(URI server) {
        try {
            Set<String> own = sockets();
            Set<Integer> ports = new HashSet<>();
            for (Path table : TABLES) {
                for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
                    String[] fields = line.strip().split("\\s+");
                    if (fields.length > INODE
                            && fields[STATE].equals(ESTABLISHED)
                            && port(fields[REMOTE]) == server.getPort()
                            && own.contains("socket:[" + fields[INODE] + "]")) {
                        ports.add(port(fields[LOCAL]));
                    }
                }
            }
            return own.isEmpty() ? Optional.empty() : Optional.of(ports);
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
