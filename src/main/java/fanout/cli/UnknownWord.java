package fanout.cli;

import fanout.compare.Comparison;
import fanout.selection.DidYouMean;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says which known word was probably meant by one that a command does not know.
 *
 * <p>Tested by {@code fanout.cli.DidYouMeanUsageTest}.
 */
final class UnknownWord {
    private static final Pattern SUBCOMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.");

    private UnknownWord() {}

    /** What is wrong with a command line, in one line. */
    static String complaint(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String option = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
            return "Unknown option: '" + option + "'" + question(option, command);
        }
        Matcher subcommand = SUBCOMMAND.matcher(e.getMessage());
        String question = subcommand.matches() ? question(subcommand.group(1), command) : "";
        return question.isEmpty() ? e.getMessage() : e.getMessage().replaceFirst("\\.$", question);
    }

    private static String question(String word, CommandSpec command) {
        Optional<String> value = valueOf(word, command);
        if (value.isPresent()) {
            return "; did you mean " + value.get() + "?";
        }
        Collection<String> known = Stream.concat(
                        command.options().stream()
                                .filter(option -> !option.hidden())
                                .flatMap(option -> Stream.of(option.names())),
                        Stream.concat(command.subcommands().keySet().stream(), commands(command)))
                .toList();
        String question = DidYouMean.question(word, known);
        return question.isEmpty() && word.startsWith("-") ? " (help " + command.name() + " lists them all)" : question;
    }

    /** {@code help} looks for commands beside it. */
    private static Stream<String> commands(CommandSpec command) {
        return command.parent() == null
                ? Stream.empty()
                : command.parent().subcommands().keySet().stream()
                        .filter(name -> command.name().equals("help"));
    }

    /** {@code --html} is none, but {@code --format} has that value. */
    private static Optional<String> valueOf(String word, CommandSpec command) {
        if (!word.startsWith("--")) {
            return Optional.empty();
        }
        for (OptionSpec option : command.options()) {
            Optional<?> value = valueOf(word.substring(2), option.type());
            if (value.isPresent()) {
                return Optional.of(option.longestName() + " " + value.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<?> valueOf(String text, Class<?> type) {
        if (type == Comparison.By.class) {
            return Comparison.By.known(text);
        }
        return type.isEnum() ? Choice.find(type, text) : Optional.empty();
    }
}
