package fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.server.RemoteServer;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code serve} as its users meet it: the jar in a process of its own, on each JDK found, until a signal ends it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeJarIT {
    private static final String JAR =
            Path.of("target/benchmarks.jar").toAbsolutePath().toString();

    @TempDir
    Path folder;

    private Process process;
    private BufferedReader out;
    private URI uri;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    static Stream<Arguments> jdksAndSignals() {
        return Jdks.found().stream().flatMap(jdk -> Stream.of(Arguments.of(jdk, "INT"), Arguments.of(jdk, "TERM")));
    }

    @ParameterizedTest
    @MethodSource("jdksAndSignals")
    void servesUntilASignalEndsItWithRequestsInFlight(Jdk jdk, String signal) throws Exception {
        start(jdk, "--port", "0", "--payload-bytes", "100", "--delay-millis", "300", "--io-threads", "1");
        for (Version version : Version.values()) {
            HttpResponse<String> answer = get(version);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.body()).startsWith("{\"id\":7").hasSize(100);
        }
        assertThat(RemoteServer.speaksHttp2(uri)).isTrue();

        try (Socket inFlight = new Socket(uri.getHost(), uri.getPort())) {
            inFlight.getOutputStream()
                    .write("GET /user/1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(100); // until it has arrived
            long start = System.nanoTime();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor()).isEqualTo(signal.equals("INT") ? 130 : 143);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(isClosed(inFlight)).isTrue();
        }
        assertThat(out.readLine()).isEqualTo("Served 3 requests over 3 connections");
        assertThat(out.readLine()).isNull();
        assertThat(Files.readString(folder.resolve("err.txt"))).isEmpty();
        assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort())).isInstanceOf(ConnectException.class);
        new ServerSocket(uri.getPort(), 1, InetAddress.getByName(uri.getHost())).close();
    }

    @Test
    void listensWhereItIsToldTo() throws Exception {
        start(Jdks.found().get(0), "--host", "::1", "--port", "0");
        assertThat(uri.getHost()).isEqualTo("[::1]");
        assertThat(get(Version.HTTP_1_1).body()).isEqualTo("{\"id\":7}");
    }

    /** Names are looked up in an empty file, so that nothing is asked of the network. */
    @Test
    void anUnknownHostIsToldInOneLine() throws Exception {
        String hosts = "-Djdk.net.hosts.file=" + Files.createFile(folder.resolve("hosts"));
        Shell shell =
                Shell.run(folder, Map.of(), command(Jdks.found().get(0), hosts, "--host", "nowhere", "--port", "0"));

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: cannot listen on nowhere:0: Unable to resolve host nowhere");
    }

    private void start(Jdk jdk, String... flags) throws IOException {
        process = new ProcessBuilder(command(jdk, "-Dunused", flags))
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        out = process.inputReader();
        String line = out.readLine();
        assertThat(line)
                .as(() -> "it complains: " + folder.resolve("err.txt"))
                .matches("Serving GET http://\\S+:[1-9]\\d*/user/\\{id}; Ctrl-C stops it");
        uri = URI.create(line.split(" ")[2].replaceFirst("/user/.*", ""));
    }

    private static List<String> command(Jdk jdk, String property, String... flags) {
        // A process that was started in the background ignores SIGINT, and hands that on to its children.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        // As run-bench.sh does: on JDK 24 and newer the JVM warns of XNIO's use of sun.misc.Unsafe.
        command.addAll(List.of(jdk.java().toString(), "-Dsun.misc.unsafe.memory.access=allow", property));
        command.addAll(List.of("-jar", JAR, "serve"));
        command.addAll(List.of(flags));
        return command;
    }

    private HttpResponse<String> get(Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(version).build();
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/user/7")).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
