package fanout.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The options of JMH that {@code run} has under another name, or has not. They would else be taken for {@code -r},
 * {@code -t} or {@code -w} with a value.
 *
 * <p>Tested by {@code fanout.cli.DidYouMeanUsageTest}.
 */
final class OptionsOfJmh {
    private static final String LISTS = "give it without `run`";
    private static final String ARGUMENTS = "options of the JVMs are --jvm-args, or part of an --arm";
    private static final String RESULTS =
            "the results are JMH JSON, a file for each arm, in a folder that --out may name";
    private static final String ANNOTATION = "the benchmark's own annotation decides that";

    private static final Map<String, String> INSTEAD = new TreeMap<>(Map.ofEntries(
            Map.entry("-f", "forks are --rounds"),
            Map.entry("-wf", "there are no warm-up forks; forks are --rounds"),
            Map.entry("-jvm", "JVMs are --jvm"),
            Map.entry("-jvmArgsAppend", ARGUMENTS),
            Map.entry("-jvmArgsPrepend", ARGUMENTS),
            Map.entry("-rf", RESULTS),
            Map.entry("-rff", RESULTS),
            Map.entry("-o", "JMH's own output is jmh.log in the folder of the run, which --out may name"),
            Map.entry("-e", "what is measured is said by regular expressions alone, such as '^(?!.*slow)'"),
            Map.entry("-foe", "a benchmark that fails is given up, and the others go on"),
            Map.entry("-l", LISTS),
            Map.entry("-lp", LISTS),
            Map.entry("-lprof", LISTS),
            Map.entry("-lrf", LISTS),
            Map.entry("-tu", ANNOTATION),
            Map.entry("-opi", ANNOTATION),
            Map.entry("-bs", ANNOTATION),
            Map.entry("-wbs", ANNOTATION),
            Map.entry("-tg", ANNOTATION),
            Map.entry("-wm", "each fork warms up by itself"),
            Map.entry("-wmb", "each fork warms up by itself"),
            Map.entry("-gc", "`run` does not collect garbage between iterations"),
            Map.entry("-si", "`run` does not synchronize iterations otherwise than JMH by default"),
            Map.entry("-v", "JMH's own output is jmh.log in the folder of the run")));

    private OptionsOfJmh() {}

    /** Has the command say what there is instead. */
    static void refuse(CommandSpec run) {
        INSTEAD.forEach((name, instead) -> run.addOption(OptionSpec.builder(name)
                .hidden(true)
                .arity("0..1")
                .type(String.class)
                .parameterConsumer((arguments, option, command) -> {
                    throw new ParameterException(command.commandLine(), "run has no " + name + ": " + instead);
                })
                .build()));
    }
}
