package fanout.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;

/**
 * The command line of {@code benchmarks.jar}. If the first word is a subcommand, {@code --help} or {@code --version},
 * that runs; else everything is JMH's. Results that no flag has a place for go to a new file or folder in
 * {@code results}, or in the folder that the system property {@value #RESULTS} names.
 */
public final class Launcher {
    private static final String RESULTS = "fanout.results";
    private static final Set<String> VERSION = Set.of("--version", "-version");

    private final Console console;
    private final Path results;

    /** A launcher that speaks to the given streams. */
    public Launcher(Console console) {
        this(console, Path.of(System.getProperty(RESULTS, "results")));
    }

    /** As above, with this folder for the results. */
    Launcher(Console console, Path results) {
        this.console = Objects.requireNonNull(console, "console");
        this.results = results;
    }

    /**
     * Runs one command line to its end.
     *
     * @return the exit code: 0 fine, 1 failure, 2 bad usage (explained in one line on {@code err})
     */
    public int run(String... args) {
        CommandLine commands = commands();
        String first = args.length == 0 ? "" : args[0];
        if (VERSION.contains(first)) {
            VersionText.lines().forEach(console.out()::println);
            return ExitCode.OK;
        }
        if (first.equals("--help")) {
            return commands.execute("help");
        }
        if (commands.getSubcommands().containsKey(first)) {
            return commands.execute(args);
        }
        try {
            MisspelledCommand.refuse(first, commands.getSubcommands().keySet());
            return new JmhMode(console, results).run(args);
        } catch (UsageException e) {
            return badUsage(e.getMessage());
        }
    }

    private CommandLine commands() {
        return Commands.of(results)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((e, args) -> badUsage(UnknownWord.complaint(e)))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e));
    }

    private int failure(Exception e) throws Exception {
        if (e instanceof UsageException) {
            return badUsage(e.getMessage());
        }
        throw e;
    }

    private int badUsage(String complaint) {
        console.complain(complaint);
        return ExitCode.USAGE;
    }
}
