package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fanout.server.RemoteServer;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import fanout.testing.Shell;
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
    @TempDir
    Path folder;

    private Process process;
    private Path out;
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
    void theServerAnswersUntilASignalEndsItWithRequestsInFlight(Jdk jdk, String signal) throws Exception {
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
        assertThat(Files.readAllLines(out)).hasSize(2).last().isEqualTo("Served 3 requests over 3 connections");
        assertThat(Files.readString(folder.resolve("err.txt"))).isEmpty();
        assertThatThrownBy(() -> new Socket(uri.getHost(), uri.getPort())).isInstanceOf(ConnectException.class);
        new ServerSocket(uri.getPort(), 1, InetAddress.getByName(uri.getHost())).close();
    }

    @Test
    void theServerListensOnTheHostThatIsGiven() throws Exception {
        start(Jdks.found().get(0), "--host", "::1", "--port", "0");
        assertThat(uri.getHost()).isEqualTo("[::1]");
        assertThat(get(Version.HTTP_1_1).body()).isEqualTo("{\"id\":7}");
    }

    /** Names are looked up in an empty file, so that nothing is asked of the network. */
    @Test
    void anUnknownHostIsReportedInOneLine() throws Exception {
        String hosts = "-Djdk.net.hosts.file=" + Files.createFile(folder.resolve("hosts"));
        List<String> command = command(Jdks.found().get(0), List.of(hosts), "--host", "nowhere", "--port", "0");
        Shell shell = Shell.run(folder, Map.of(), command);

        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: cannot listen on nowhere:0: Unable to resolve host nowhere");
    }

    private void start(Jdk jdk, String... flags) throws Exception {
        out = folder.resolve("out.txt");
        process = new Jar(folder).start(command(jdk, List.of(), flags));
        while (!Files.readString(out).endsWith("\n") && process.isAlive()) {
            Thread.sleep(20);
        }
        assertThat(out)
                .content()
                .as(() -> "it complains: " + folder.resolve("err.txt"))
                .matches("Serving GET http://\\S+:[1-9]\\d*/user/\\{id}; Ctrl-C stops it\n");
        uri = URI.create(Files.readString(out).split(" ")[2].replaceFirst("/user/.*", ""));
    }

    private List<String> command(Jdk jdk, List<String> options, String... flags) {
        List<String> all = new ArrayList<>(options);
        all.add(Jar.ALLOW_UNSAFE);
        List<String> serve = Stream.concat(Stream.of("serve"), Stream.of(flags)).toList();
        return Jar.interruptible(new Jar(folder).command(jdk, all, serve));
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
