package fanout.cli;

import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.InstalledJdks;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the value of {@code --arm}: {@code LABEL=JDK [JVM-OPTION]...}, as one would type it after {@code java}.
 *
 * <p>Tested by {@code fanout.cli.ArmFlagTest} and {@code fanout.cli.ArmUsageTest}.
 */
final class ArmFlag {
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}");
    private static final Pattern UNLABELLED = Pattern.compile("(" + VERSION + ")(\\s.*)?");
    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");
    private static final String CLASS_PATH_EQUALS = "--class-path=";

    /** The options of HotSpot's launcher whose value is a word of its own. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-opens",
            "--add-exports",
            "--add-reads",
            "--limit-modules",
            "--patch-module",
            "--enable-native-access");

    private final String name;
    private final Deque<String> words;
    private final List<String> options = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();

    private ArmFlag(String name, List<String> words) {
        this.name = name;
        this.words = new ArrayDeque<>(words);
    }

    /**
     * The arm that a value describes. {@code 17} alone is {@code 17=17}.
     *
     * @throws UsageException if it is something else, or there is no such JDK
     */
    static ArmSettings parse(String value, InstalledJdks jdks) throws UsageException {
        Matcher unlabelled = UNLABELLED.matcher(value);
        int equals = value.indexOf('=');
        String label = unlabelled.matches() ? unlabelled.group(1) : value.substring(0, Math.max(0, equals));
        String rest = unlabelled.matches() ? value : value.substring(equals + 1);
        List<String> words = words(value, rest);
        // An arm without options is what --jvm has always been.
        String name = (words.size() > 1 ? "--arm " : "--jvm ") + value;
        if (label.isEmpty() || words.isEmpty()) {
            throw new UsageException(name + ": must be LABEL='JDK [JVM-OPTION]...', such as zgc='25 -XX:+UseZGC'");
        }
        try {
            ArmSetup.requireLabel(label);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + ": " + e.getMessage(), e);
        }
        return new ArmFlag(name, words).arm(label, jdks);
    }

    private static List<String> words(String value, String rest) throws UsageException {
        if (!rest.isEmpty() && Files.isDirectory(Path.of(rest))) { // a path may have blanks
            return List.of(rest);
        }
        try {
            return QuotedWords.split(rest);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--arm " + value + ": " + e.getMessage(), e);
        }
    }

    private ArmSettings arm(String label, InstalledJdks jdks) throws UsageException {
        String home = home(label, words.remove(), jdks);
        while (!words.isEmpty()) {
            option(words.remove());
        }
        return new ArmSettings(label, home, options, classPath);
    }

    private String home(String label, String jdk, InstalledJdks jdks) throws UsageException {
        if (!VERSION.matcher(jdk).matches()) {
            if (!Files.isExecutable(Path.of(jdk, "bin", "java"))) {
                throw new UsageException(name + ": no JDK there (there is no bin/java in it)");
            }
            return Path.of(jdk).toAbsolutePath().toString();
        }
        return jdks.find(Integer.parseInt(jdk))
                .orElseThrow(() -> new UsageException(name + ": no JDK " + jdk + " found on this machine, only "
                        + jdks.found().entrySet().stream()
                                .map(found -> found.getKey() + " (" + found.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        + "; name its folder: --jvm " + label + "=JAVA_HOME"))
                .toString();
    }

    private void option(String word) throws UsageException {
        if (word.startsWith(CLASS_PATH_EQUALS)) {
            classPath(word.substring(CLASS_PATH_EQUALS.length()));
        } else if (CLASS_PATH.contains(word)) {
            classPath(value(word));
        } else if (word.equals("-jar") || !word.startsWith("-") && !word.startsWith("@")) {
            throw new UsageException(name + ": '" + word + "' is not an option of a JVM; a jar belongs in -cp");
        } else {
            options.add(word);
            if (WITH_VALUE.contains(word)) {
                options.add(value(word));
            }
        }
    }

    private void classPath(String value) {
        classPath.clear(); // as for the JVM, the last one counts
        classPath.addAll(List.of(value.split(File.pathSeparator)));
    }

    private String value(String option) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException(name + ": the value of " + option + " is missing");
        }
        return words.remove();
    }
}
