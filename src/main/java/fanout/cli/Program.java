package fanout.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How this program was started, so that the commands that it suggests can be pasted.
 *
 * @param words the beginning of such a command
 */
record Program(List<String> words) {
    /** Who starts the jar from a script names the script here. */
    private static final String SCRIPT = "fanout.program";

    private static final String MAIN = "fanout.Main";

    /** Properties of ours that say something of one process only. */
    private static final Set<String> OF_THIS_PROCESS =
            Set.of("-D" + SCRIPT, "-Dfanout.interactive", "-Dfanout.results");

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    Program {
        words = List.copyOf(words);
    }

    /** This one. */
    static Program here() {
        String script = System.getProperty(SCRIPT);
        return script == null
                ? of(System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", ""))
                : new Program(List.of(script));
    }

    /**
     * The one that was started with this.
     *
     * @param started what follows the options of the JVM: a jar or a class, and its arguments
     */
    static Program of(String started, String classPath) {
        List<String> words = new ArrayList<>(List.of(java()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Dfanout."))
                .filter(argument -> !OF_THIS_PROCESS.contains(argument.replaceFirst("=.*", "")))
                .forEach(words::add);
        if (started.startsWith(MAIN)) {
            words.addAll(List.of("-cp", classPath, MAIN));
        } else {
            boolean jar = !classPath.isEmpty() && started.startsWith(classPath);
            words.addAll(List.of("-jar", jar ? classPath : "target/benchmarks.jar"));
        }
        return new Program(words);
    }

    /** {@code java}, if the shell finds this JVM by that name. */
    private static String java() {
        Path running = Path.of(System.getProperty("java.home"), "bin", "java");
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "java"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(java -> isSame(java, running))
                .map(java -> "java")
                .orElse(running.toString());
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** A command line of this program, quoted for a shell where it must be. */
    String command(Object... arguments) {
        return Stream.concat(words.stream(), Stream.of(arguments).map(Object::toString))
                .map(Program::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
