package fanout.testing;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.selection.ClassPath;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A suite of benchmarks that knows nothing of Fanout, compiled from {@code src/test/resources/suite}, with libraries
 * that the build keeps for it in {@code target/suites}.
 *
 * @param jar of its classes and of what JMH generates from them
 * @param jmh the version of the JMH that it is built with
 * @param jackson the version of the Jackson that it uses
 */
public record Suite(Path jar, String jmh, String jackson) {
    /** The oldest JMH that can serve, one that a later list of benchmarks came with, and the newest. */
    public static final List<String> JMHS = List.of("1.21", "1.30", "1.37");

    public static final String OLD_JACKSON = "2.17.2";
    public static final String NEWER_JACKSON = "2.18.2";

    private static final Path SOURCES = Path.of("src", "test", "resources", "suite");
    private static final Path LIBRARIES = Path.of("target", "suites").toAbsolutePath();
    private static final String PROCESSOR = "org.openjdk.jmh.generators.BenchmarkProcessor";
    private static final String NEWEST = JMHS.get(JMHS.size() - 1);

    /** The first version of the suite: {@code ParseBenchmark.parse} and {@code PrintBenchmark.print}. */
    public static Suite base(Path folder, String jmh) throws IOException {
        return of(folder.resolve("base-" + jmh + ".jar"), jmh, OLD_JACKSON, "base");
    }

    /** The next one: {@code PrintBenchmark} is another, and {@code AddedBenchmark.now} is new. */
    public static Suite head(Path folder, String jmh) throws IOException {
        return of(folder.resolve("head-" + jmh + ".jar"), jmh, NEWER_JACKSON, "base", "head");
    }

    /** One whose parameters have unusual values. */
    public static Suite params(Path folder, String jmh) throws IOException {
        return of(folder.resolve("params-" + jmh + ".jar"), jmh, OLD_JACKSON, "params");
    }

    /** @param folders of its sources; a file in a later one replaces that of the same name in an earlier one */
    private static Suite of(Path jar, String jmh, String jackson, String... folders) throws IOException {
        Suite suite = new Suite(jar, jmh, jackson);
        if (Files.exists(jar)) { // tests of one class may share it
            return suite;
        }
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        suite.compile(sources(folders), classes);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return suite;
    }

    private static List<Path> sources(String... folders) throws IOException {
        Map<Path, Path> byName = new TreeMap<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> byName.put(file.getFileName(), file));
            }
        }
        return List.copyOf(byName.values());
    }

    private void compile(List<Path> sources, Path classes) throws IOException {
        ClassPath classPath = ClassPath.parse(libraries());
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "--release", "17", "-d", classes.toString(), "-cp", classPath.followedBy(""), "-encoding", "UTF-8");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null);
                URLClassLoader loader = new URLClassLoader(urls(classPath), ClassLoader.getPlatformClassLoader())) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources));
            // On the compiler's own processor path the class path of the tests, with the newest JMH, would win.
            task.setProcessors(List.of((Processor)
                    loader.loadClass(PROCESSOR).getDeclaredConstructor().newInstance()));
            assertThat(task.call()).as("%s", problems.getDiagnostics()).isTrue();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static URL[] urls(ClassPath classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath.entries()) {
            urls.add(entry.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** What to write after {@code -cp}: the suite, and all that it needs. */
    public String classPath() {
        return jar + File.pathSeparator + libraries();
    }

    private String libraries() {
        List<String> entries = new ArrayList<>(jmh.equals(NEWEST) ? newest() : old());
        entries.add(jackson(jackson));
        entries.add(all("slf4j"));
        return String.join(File.pathSeparator, entries);
    }

    /** What to write after {@code -cp} for Jackson alone. */
    public static String jackson(String version) {
        return all("jackson-" + version);
    }

    private List<String> old() {
        return List.of(all("jmh-" + jmh), all("jmh-old"));
    }

    /** That of Fanout itself, which the class path of the tests has. */
    private static List<String> newest() {
        Pattern jars = Pattern.compile("(jmh-|jopt-simple-|commons-math3-).*\\.jar");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        jars.matcher(Path.of(entry).getFileName().toString()).matches())
                .toList();
    }

    private static String all(String folder) {
        assertThat(LIBRARIES.resolve(folder)).isNotEmptyDirectory();
        return LIBRARIES.resolve(folder).resolve("*").toString();
    }
}
