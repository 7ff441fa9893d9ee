package fanout.study;

import fanout.testing.Jar;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code serve} of the jar that the build has made: the mock server in a JVM of its own.
 *
 * @param uri where it listens
 */
record ServedJar(Process process, URI uri) implements AutoCloseable {
    /** Starts it on any free port; when this returns, it accepts connections. */
    static ServedJar start(Path java) throws IOException {
        return start(java, 0);
    }

    /** The same with answers of this length. */
    static ServedJar start(Path java, int payloadBytes) throws IOException {
        String payload = Integer.toString(payloadBytes);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-jar",
                        Jar.FILE.toString(),
                        "serve",
                        "--port",
                        "0",
                        "--payload-bytes",
                        payload)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String greeting = process.inputReader(StandardCharsets.UTF_8).readLine();
        return new ServedJar(process, URI.create(greeting.replaceFirst(".*(http://[^/]+)/.*", "$1")));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
