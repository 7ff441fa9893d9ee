package fanout.study;

import fanout.client.ClientSetup;
import fanout.client.Strategy;
import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows what a request costs in each way to fan out, and where: CPU time, bytes allocated, context switches, locks and
 * system calls of the client's JVM, the server being in another one. Writes {@code results/profiles/costs.csv} and a
 * profile of each way. Needs {@code strace}, and the youngest JDK found must be 25 or newer, for its profiler by CPU
 * time.
 *
 * <pre>
 * ./mvnw -B package exec:java -DskipTests -Dexec.mainClass=fanout.study.ProfileStudy
 * ./mvnw -B package exec:java -DskipTests -Dexec.mainClass=fanout.study.ProfileStudy -Dexec.args='10240 1048576'
 * </pre>
 *
 * <p>The second one asks for answers of so many bytes, in the setup {@code idiomatic} alone.
 */
public final class ProfileStudy {
    static final Path FOLDER = Path.of("results", "profiles");
    static final String HEADER = "strategy,setup," + RequestCosts.HEADER + "," + SystemCalls.HEADER;

    private static final List<String> SETUPS = List.of(ClientSetup.IDIOMATIC.name(), ClientSetup.TUNED.name());

    private final Jdk jdk = Jdks.found().get(Jdks.found().size() - 1);
    private final int payloadBytes;
    private final Path folder;

    private ProfileStudy(int payloadBytes) {
        this.payloadBytes = payloadBytes;
        this.folder = payloadBytes == 0 ? FOLDER : FOLDER.resolve("payload-" + payloadBytes);
    }

    /** @param args lengths of answers in bytes; none for the shortest one */
    public static void main(String[] args) throws IOException, InterruptedException {
        for (String payloadBytes : args.length == 0 ? new String[] {"0"} : args) {
            new ProfileStudy(Integer.parseInt(payloadBytes)).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (ServedJar server = ServedJar.start(jdk.java(), payloadBytes)) {
            List<String> rows = new ArrayList<>(List.of(HEADER));
            for (Strategy strategy : Strategy.values()) {
                for (String setup : setups(strategy)) {
                    rows.add(row(server.uri(), strategy, setup));
                    Files.write(folder.resolve("costs.csv"), rows);
                }
            }
        }
    }

    private List<String> setups(Strategy strategy) {
        List<String> setups = payloadBytes == 0 ? SETUPS : SETUPS.subList(0, 1);
        return strategy.hasSetups() ? setups : List.of("");
    }

    private String row(URI server, Strategy strategy, String setup) throws IOException, InterruptedException {
        String name = strategy + (setup.isEmpty() ? "" : "-" + setup.toLowerCase(Locale.ROOT));
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of("-cp", Jar.CLASS_PATH_WITH_TESTS, ProfiledClient.class.getName()));
        command.addAll(List.of(server.toString(), strategy.name(), setup));
        command.addAll(List.of(folder.resolve(name + ".txt").toString(), Integer.toString(payloadBytes)));
        Process client = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = client.inputReader(StandardCharsets.UTF_8)) {
            String costs = lines.readLine(); // it goes on with batches that are not measured, until it is destroyed
            SystemCalls calls = SystemCalls.count(client.pid(), lines);
            return name.replaceFirst("-|$", ",") + "," + costs + "," + calls.row();
        } finally {
            client.destroy();
            client.waitFor();
        }
    }
}
