package fanout.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;

/**
 * The process that starts one fork, as JMH's own command line would: a suite's own JMH does so with the class path of
 * its arm.
 *
 * <p>It reads a {@link ForkRequest} from standard input, and writes the fork's result to the file that is its only
 * argument: {@link PackedResult} if it ends with 0; with 1, one line that says what went wrong. If standard input ends
 * before that, the run is gone, and this process kills its fork and ends.
 *
 * <p>Tested by {@code fanout.cli.RunForksTest} and {@code fanout.jar.ArmsJarIT}.
 */
public final class ForkHost {
    /** The oldest JMH whose classes have all that this package uses. */
    public static final String OLDEST_JMH = "1.21";

    private ForkHost() {}

    public static void main(String[] args) throws IOException, ClassNotFoundException {
        ForkRequest request = (ForkRequest) new ObjectInputStream(System.in).readObject();
        Thread watch = new Thread(() -> endWith(System.in), "fanout-run-is-alive");
        watch.setDaemon(true);
        watch.start();
        Path file = Path.of(args[0]);
        int status = 0;
        try {
            Files.write(file, PackedResult.pack(measure(request)));
        } catch (RunnerException | CommandLineOptionException | RuntimeException e) {
            Throwable cause = e instanceof RunnerException && e.getCause() != null ? e.getCause() : e;
            Files.write(file, Causes.inOneLine(cause).getBytes(StandardCharsets.UTF_8));
            status = 1;
        }
        System.exit(status); // A profiler's thread may still be alive.
    }

    /** Waits until the run closes the stream, as it also does if it is killed. */
    private static void endWith(InputStream in) {
        try {
            while (in.read() >= 0) {
                // The run says nothing more.
            }
        } catch (IOException e) {
            // It is gone.
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }

    private static BenchmarkResult measure(ForkRequest request) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(options(request)).run();
        List<BenchmarkResult> forks = new ArrayList<>();
        results.forEach(result -> forks.addAll(result.getBenchmarkResults()));
        if (forks.size() != 1) {
            throw new RunnerException("JMH gave " + forks.size() + " results for one fork");
        }
        return forks.get(0);
    }

    private static Options options(ForkRequest request) throws CommandLineOptionException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(request.flags().toArray(new String[0])))
                .include("^" + Pattern.quote(request.benchmark()) + "$")
                .mode(Mode.valueOf(request.mode()))
                .jvm(request.java())
                .jvmArgsPrepend()
                .jvmArgs(jvmArgs(request).toArray(new String[0]))
                .jvmArgsAppend()
                .forks(1)
                .warmupForks(0)
                .shouldFailOnError(true)
                .addProfiler(TurnProfiler.class, request.turns().hostedHere().toString());
        // After TurnProfiler: JMH ends profilers in reverse order, so the others work within the turn of their fork.
        for (String profiler : request.profilers()) {
            String[] parts = profiler.split(":", 2);
            options.addProfiler(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        request.params().forEach(options::param);
        return options.build();
    }

    /** All arguments of the fork's JVM, in their order. JMH's options would replace those of the annotation. */
    private static List<String> jvmArgs(ForkRequest request) {
        BenchmarkListEntry entry = entry(request);
        List<String> args = new ArrayList<>(request.firstArgs());
        args.addAll(given(entry.getJvmArgsPrepend()));
        args.addAll(request.jvmArgs() == null ? given(entry.getJvmArgs()) : request.jvmArgs());
        args.addAll(given(entry.getJvmArgsAppend()));
        args.addAll(request.lastArgs());
        return args;
    }

    private static Collection<String> given(Optional<Collection<String>> args) {
        return args.hasValue() ? args.get() : List.of();
    }

    private static BenchmarkListEntry entry(ForkRequest request) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        List<String> include = List.of("^" + Pattern.quote(request.benchmark()) + "$");
        for (BenchmarkListEntry entry : BenchmarkList.defaultList().find(silent, include, List.of())) {
            return entry;
        }
        throw new BenchmarkException(new IllegalArgumentException("the class path has no " + request.benchmark()));
    }
}
