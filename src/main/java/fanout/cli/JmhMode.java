package fanout.cli;

import fanout.benchmark.MetricsProfiler;
import fanout.selection.BenchmarkSelector;
import fanout.selection.Selection;
import fanout.selection.SkippedBenchmark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code java -jar benchmarks.jar} without a subcommand: JMH with every option of its own, but with failOnError on
 * unless {@code -foe} says otherwise, with a result file by default, and with mistakes reported before anything is
 * measured.
 *
 * <p>Tested by {@code fanout.cli.RunTest}, {@code fanout.cli.BadUsageTest} and {@code fanout.jar.JarIT}.
 */
final class JmhMode {
    /**
     * From JDK 24 on the first use of {@code sun.misc.Unsafe} (JMH's own, XNIO's) prints four lines of warning. The
     * documented option {@code --sun-misc-unsafe-memory-access=allow} sets this property. Older JVMs refuse the option,
     * but ignore the property, so all JVMs are measured with the same arguments. It is prepended, because a
     * {@code -jvmArgs} or {@code -jvmArgsAppend} given here would replace those in a benchmark's {@code @Fork}.
     */
    static final String QUIET_UNSAFE = "-Dsun.misc.unsafe.memory.access=allow";

    private final Console console;
    private final Path results;

    JmhMode(Console console, Path results) {
        this.console = console;
        this.results = results;
    }

    /**
     * Runs one JMH command line.
     *
     * @return 0, or 1 if a benchmark failed
     * @throws UsageException if nothing could be measured
     */
    int run(String... args) throws UsageException {
        CommandLineOptions given = parse(args);
        if (asksForInformation(given)) {
            return inform(args);
        }
        Selection selection = select(given, args);
        boolean forks = given.getForkCount().orElse(1) > 0;
        MeasuredJvm jvm = forks ? MeasuredJvm.of(given) : MeasuredJvm.host();
        List<SkippedBenchmark> skipped = selection.skippedByJmh(jvm.java(), jvm.feature());
        skipped.stream().map(SkippedBenchmark::toString).distinct().forEach(console::complain);
        if (skipped.size() == selection.benchmarks().size()) {
            return ExitCode.OK;
        }
        Options options = withDefaults(given, selection, skipped);
        ResultTarget target = ResultTarget.of(options, results, Instant.now(), jvm);
        return new JmhRun(console, target).run(options);
    }

    private static CommandLineOptions parse(String... args) throws UsageException {
        try {
            CommandLineOptions given = new CommandLineOptions(args);
            BenchmarkSelector.requirePatterns(given);
            return given;
        } catch (CommandLineOptionException e) {
            throw new UsageException(e.getMessage() + hint(args), e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static String hint(String... args) {
        Set<String> ofRun =
                CommandSpec.forAnnotatedObject(new RunOptions()).optionsMap().keySet();
        return Stream.of(args)
                .map(arg -> arg.replaceFirst("=.*", ""))
                .filter(arg -> arg.startsWith("--") && ofRun.contains(arg))
                .findFirst()
                .map(option -> " (" + option + " is an option of `run`)")
                .orElse(" (-h lists JMH's options)");
    }

    private static boolean asksForInformation(CommandLineOptions given) {
        return given.shouldHelp()
                || given.shouldList()
                || given.shouldListWithParams()
                || given.shouldListProfilers()
                || given.shouldListResultFormats();
    }

    private static int inform(String... args) {
        try {
            org.openjdk.jmh.Main.main(args);
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Selection select(CommandLineOptions given, String... args) throws UsageException {
        try {
            return new BenchmarkSelector().select(given, args);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static Options withDefaults(CommandLineOptions given, Selection selection, List<SkippedBenchmark> skipped) {
        List<String> prepended = new ArrayList<>(given.getJvmArgsPrepend().orElse(List.of()));
        if (!inheritsQuietUnsafe(given, selection.benchmarks())) {
            prepended.add(0, QUIET_UNSAFE);
        }
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .shouldFailOnError(given.shouldFailOnError().orElse(true))
                .jvmArgsPrepend(prepended.toArray(String[]::new));
        selection.params().forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
        if (!skipped.isEmpty()) {
            given.getExcludes().forEach(options::exclude); // an exclude of ours would replace these
            skipped.forEach(each -> options.exclude("^" + Pattern.quote(each.benchmark()) + "$"));
        }
        if (given.getResult().orElse("").endsWith(".json")
                && !given.getResultFormat().hasValue()) {
            options.resultFormat(ResultFormatType.JSON); // JMH would write CSV there
        }
        if (MetricsProfiler.areOn()) {
            options.addProfiler(MetricsProfiler.class);
        }
        return options.build();
    }

    /** Forks inherit this JVM's arguments, unless the command line or the benchmark sets others. */
    private static boolean inheritsQuietUnsafe(CommandLineOptions given, Set<BenchmarkListEntry> selected) {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(QUIET_UNSAFE)
                && !given.getJvmArgs().hasValue()
                && selected.stream()
                        .noneMatch(benchmark -> benchmark.getJvmArgs().hasValue());
    }
}
