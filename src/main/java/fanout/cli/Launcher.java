package fanout.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line of {@code benchmarks.jar}. If the first word is a subcommand, or {@code --help}, that runs; else
 * everything is JMH's. Results that no flag has a place for go to a new file or folder in {@code results}, or in the
 * folder that the system property {@value #RESULTS} names.
 */
public final class Launcher {
    private static final String RESULTS = "fanout.results";

    /** Of each subcommand; {@code help} has its own. */
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("show this text, and do nothing else")
            .build();

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
        if (args.length > 0 && args[0].equals("--help")) {
            return commands.execute("help");
        }
        if (args.length > 0 && commands.getSubcommands().containsKey(args[0])) {
            return commands.execute(args);
        }
        try {
            return new JmhMode(console, results).run(args);
        } catch (UsageException e) {
            console.complain(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private CommandLine commands() {
        CommandLine commands = new CommandLine(new RootCommand(), new Factory());
        commands.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof CommandLine.HelpCommand))
                .forEach(command -> command.getCommandSpec().addOption(HELP));
        return commands.registerConverter(Path.class, Launcher::path)
                .registerConverter(Pattern.class, Launcher::regex)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((e, args) -> badUsage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e));
    }

    private static Path path(String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // reported below
        }
        throw new TypeConversionException("'" + text + "' is not the name of a file or folder");
    }

    private static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new TypeConversionException("'" + text + "' is not a regular expression: " + e.getDescription());
        }
    }

    private int failure(Exception e) throws Exception {
        if (e instanceof UsageException) {
            return badUsage(e);
        }
        throw e;
    }

    private int badUsage(Exception e) {
        console.complain(e.getMessage());
        return ExitCode.USAGE;
    }

    /** Creates the commands; {@code run} takes more than picocli knows of. */
    private final class Factory implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == RunCommand.class
                    ? type.cast(new RunCommand(results))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
