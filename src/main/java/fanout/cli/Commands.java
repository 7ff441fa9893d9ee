package fanout.cli;

import fanout.compare.Comparison;
import fanout.report.ReportFormat;
import fanout.run.ForkOrder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The subcommands, with what they have in common.
 *
 * <p>Tested by {@code fanout.cli.HelpTest}, {@code fanout.cli.CompareUsageTest} and {@code fanout.cli.RunUsageTest}.
 */
final class Commands {
    /** Of each subcommand; {@code help} has its own. */
    private static final OptionSpec HELP = OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("show this text, and do nothing else")
            .build();

    /** The examples of the help are to be pasted, so none may be broken. */
    private static final int WIDTH = 110;

    private Commands() {}

    /** @param results where a run goes that no flag has a place for */
    static CommandLine of(Path results) {
        CommandLine commands = new CommandLine(new RootCommand(), new Factory(results));
        commands.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof CommandLine.HelpCommand))
                .forEach(command -> command.getCommandSpec().addOption(HELP));
        OptionsOfJmh.refuse(commands.getSubcommands().get("run").getCommandSpec());
        return commands.registerConverter(Path.class, Commands::path)
                .registerConverter(Pattern.class, Commands::regex)
                .registerConverter(Comparison.By.class, Commands::by)
                .registerConverter(ReportFormat.class, new Choice<>(ReportFormat.class))
                .registerConverter(FailOn.class, new Choice<>(FailOn.class))
                .registerConverter(ForkOrder.class, new Choice<>(ForkOrder.class))
                .registerConverter(RunOptions.Server.class, new Choice<>(RunOptions.Server.class))
                .setUsageHelpWidth(WIDTH);
    }

    /** Whatever is neither is a parameter, which the results must have. */
    private static Comparison.By by(String text) {
        return Comparison.By.known(text).orElseGet(() -> new Comparison.By(text));
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

    /** Creates the commands; {@code run} takes more than picocli knows of. */
    private record Factory(Path results) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == RunCommand.class
                    ? type.cast(new RunCommand(results))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
