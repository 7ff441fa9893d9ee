package fanout.study;

import fanout.testing.Jar;
import fanout.testing.Jdk;
import fanout.testing.Jdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows that nothing grows: lets the jar measure for a long time, and notes every ten seconds what its processes hold;
 * connections are among the descriptors. Writes {@code results/soak/NAME.csv}. What is measured meanwhile is not looked
 * at, so the machine may do other work.
 *
 * <pre>
 * ./mvnw -B package exec:java -DskipTests -Dexec.mainClass=fanout.study.SoakStudy -Dexec.args="semaphoreAsync 20"
 * </pre>
 *
 * <p>The first argument is a strategy, or {@code run}: twelve arms by turns. The second is the time in minutes.
 */
public final class SoakStudy {
    static final Path FOLDER = Path.of("results", "soak");
    static final String HEADER = "seconds,processes,heapMiB,residentMiB,threads,descriptors";

    private static final int EVERY_SECONDS = 10;

    /** Of G1 the heap, of other collectors each generation. */
    private static final Pattern HEAP = Pattern.compile("(?:heap|generation) +total \\d+K, used (\\d+)K");

    private SoakStudy() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String what = args[0];
        int minutes = Integer.parseInt(args[1]);
        Path work = Files.createTempDirectory("fanout-soak-");
        Jar jar = new Jar(work);
        List<String> arguments = what.equals("run") ? ofRun(minutes) : ofJmh(what, minutes);
        Process process = jar.start(jar.command(Jdk.running(), List.of(jar.ownLock(), Jar.ALLOW_UNSAFE), arguments));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        long start = System.nanoTime();
        while (!process.waitFor(EVERY_SECONDS, TimeUnit.SECONDS)) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            lines.add(sample(seconds, process));
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(what + ".csv"), lines);
        }
        System.out.println("exit code " + process.exitValue() + ", output in " + work);
    }

    private static List<String> ofJmh(String strategy, int minutes) {
        String iterations = String.valueOf(6 * minutes);
        return List.of("FanOutBenchmark." + strategy, "-f", "1", "-wi", "0", "-i", iterations, "-r", "10s");
    }

    private static List<String> ofRun(int minutes) {
        List<String> arguments = new ArrayList<>(List.of("run", "--out", "soak", "--rounds", "100", "--no-report"));
        arguments.addAll(List.of("--at-most", minutes + "m", "-wi", "1", "-w", "1s", "-i", "4", "-r", "1s"));
        Jdks.found().forEach(jdk -> arguments.addAll(List.of("--jvm", jdk.feature() + "=" + jdk.home())));
        arguments.addAll(List.of("--alive", "12", "-p", "delayMillis=0,1", "FanOutBenchmark.(block|sem|socket)"));
        return arguments;
    }

    /** Over the process and all that it has started. */
    private static String sample(long seconds, Process process) throws IOException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        long heap = 0;
        long resident = 0;
        long threads = 0;
        long descriptors = 0;
        for (ProcessHandle each : all) {
            heap += heapKiB(each.pid());
            resident += status(each.pid(), "VmRSS:");
            threads += status(each.pid(), "Threads:");
            descriptors += descriptors(each.pid());
        }
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d",
                seconds,
                all.size(),
                heap >> 10,
                resident >> 10,
                threads,
                descriptors);
    }

    private static long heapKiB(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.heap_info")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return HEAP.matcher(said)
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    private static long status(long pid, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }

    private static long descriptors(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.count();
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
