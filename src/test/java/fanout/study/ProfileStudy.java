package fanout.study;

import fanout.client.ClientSetup;
import fanout.client.Strategy;
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
 * </pre>
 */
public final class ProfileStudy {
    static final Path FOLDER = Path.of("results", "profiles");
    static final String HEADER = "strategy,setup," + RequestCosts.HEADER + "," + SystemCalls.HEADER;

    private static final List<String> SETUPS = List.of(ClientSetup.IDIOMATIC.name(), ClientSetup.TUNED.name());

    private ProfileStudy() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Jdk jdk = Jdks.found().get(Jdks.found().size() - 1);
        Files.createDirectories(FOLDER);
        try (ServedJar server = ServedJar.start(jdk.java())) {
            List<String> rows = new ArrayList<>(List.of(HEADER));
            for (Strategy strategy : Strategy.values()) {
                for (String setup : strategy.hasSetups() ? SETUPS : List.of("")) {
                    rows.add(row(jdk, server.uri(), strategy, setup));
                    Files.write(FOLDER.resolve("costs.csv"), rows);
                }
            }
        }
    }

    private static String row(Jdk jdk, URI server, Strategy strategy, String setup)
            throws IOException, InterruptedException {
        String name = strategy + (setup.isEmpty() ? "" : "-" + setup.toLowerCase(Locale.ROOT));
        List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProfiledClient.class.getName()));
        command.addAll(List.of(server.toString(), strategy.name(), setup));
        command.add(FOLDER.resolve(name + ".txt").toString());
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
