package fanout.selection;

import fanout.host.ForkHost;
import fanout.record.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmarks in the class path of an arm, which are those of others.
 *
 * @param classPath where they are
 * @param jmhVersion that of the JMH that is there with them; empty if there are no benchmarks
 * @param list JMH's own list of them, in the form of the JMH that Fanout uses; empty if there are none
 * @param params the names of the parameters of each benchmark, by class and method
 */
public record JmhSuite(ClassPath classPath, String jmhVersion, String list, Map<String, Set<String>> params) {
    /** No class path, and no benchmarks. */
    public static final JmhSuite NONE = without(ClassPath.EMPTY);

    private static final String LIST = "META-INF/BenchmarkList";
    private static final String VERSION = "jmh.properties";

    /**
     * Looks for benchmarks.
     *
     * @throws IllegalArgumentException if there are some that can't be measured; the message is one line
     */
    public static JmhSuite in(ClassPath classPath) {
        List<byte[]> lists = classPath.resources(LIST);
        if (lists.isEmpty()) {
            return without(classPath);
        }
        String version = jmhVersion(classPath.resources(VERSION));
        // Blanks at the end of a line belong to it.
        String list = lists.stream()
                .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
                .filter(line -> !line.isBlank())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        try {
            String readable = OldBenchmarkList.converted(list, version);
            return new JmhSuite(classPath, version, readable, params(readable));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "has a list of benchmarks of JMH " + version + " that JMH " + ours() + " can't read", e);
        }
    }

    private static JmhSuite without(ClassPath classPath) {
        return new JmhSuite(classPath, "", "", Map.of());
    }

    private static String jmhVersion(List<byte[]> found) {
        String version = found.isEmpty() ? "" : version(found.get(0));
        if (version.isEmpty()) {
            throw new IllegalArgumentException(
                    "has benchmarks, but no JMH; add the jmh-core that they were built with");
        }
        if (JmhVersion.of(version).compareTo(JmhVersion.of(ForkHost.OLDEST_JMH)) < 0) {
            throw new IllegalArgumentException("has benchmarks of JMH " + version + ", but " + ForkHost.OLDEST_JMH
                    + " is the oldest that will do");
        }
        return version;
    }

    private static String version(byte[] properties) {
        Properties version = new Properties();
        try {
            version.load(new StringReader(new String(properties, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.getProperty("jmh.version", "");
    }

    private static Map<String, Set<String>> params(String list) throws IOException {
        Map<String, Set<String>> params = new TreeMap<>();
        for (BenchmarkListEntry entry :
                BenchmarkList.readBenchmarkList(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)))) {
            params.put(entry.getUsername(), entry.getParams().orElse(Map.of()).keySet());
        }
        return params;
    }

    private static String ours() {
        try (var in = BenchmarkList.class.getResourceAsStream("/" + VERSION)) {
            return version(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has benchmarks. */
    public boolean hasBenchmarks() {
        return !params.isEmpty();
    }

    /** Whether it has this benchmark, with the same parameters. */
    public boolean has(Scenario scenario) {
        return scenario.params().keySet().equals(params.get(scenario.benchmark()));
    }

    /** The benchmarks that match, as JMH's command line matches them. */
    Set<BenchmarkListEntry> matching(List<String> includes, List<String> excludes) {
        return list.isEmpty() ? Set.of() : BenchmarkList.fromString(list).find(silent(), includes, excludes);
    }

    static OutputFormat silent() {
        return OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream()), VerboseMode.SILENT);
    }

    /**
     * A fingerprint of the class of each of these benchmarks that is here: whether the benchmark itself is the same in
     * two suites.
     *
     * @param benchmarks class and method
     * @return the SHA-256 of the class's file, by the name of the class
     */
    public SortedMap<String, String> fingerprints(List<String> benchmarks) {
        SortedMap<String, String> fingerprints = new TreeMap<>();
        benchmarks.stream()
                .filter(params::containsKey)
                .map(benchmark -> benchmark.substring(0, benchmark.lastIndexOf('.')))
                .distinct()
                .forEach(type -> classFile(type).ifPresent(bytes -> fingerprints.put(type, Sha256.of(bytes))));
        return fingerprints;
    }

    /** JMH writes a dot before the name of a nested class, too; its file has a dollar sign there. */
    private Optional<byte[]> classFile(String type) {
        for (String name = type.replace('.', '/'); ; ) {
            List<byte[]> found = classPath.resources(name + ".class");
            int slash = name.lastIndexOf('/');
            if (!found.isEmpty() || slash < 0) {
                return found.stream().findFirst();
            }
            name = name.substring(0, slash) + "$" + name.substring(slash + 1);
        }
    }
}
