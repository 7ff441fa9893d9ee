package fanout.cli;

import fanout.record.BenchmarkParameter;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The text of {@code help}, and the list of subcommands: a new one is added to {@code subcommands}, and is then found
 * by {@link Launcher} and shown here.
 */
@Command(
        name = "java -jar target/benchmarks.jar",
        customSynopsis = {
            "java -jar target/benchmarks.jar [JMH OPTIONS] [BENCHMARK-REGEX]...",
            "       java -jar target/benchmarks.jar COMMAND"
        },
        description = {
            "%nMeasures how a JVM issues a thousand HTTP calls best, at most 40 of them in flight.%n",
            "Without a command this is JMH: -h lists its options, -l the benchmarks, -lp their parameters. Two things"
                    + " differ from plain JMH: a benchmark that fails ends the run (-foe false: it goes on), and "
                    + "without"
                    + " -rf or -rff the results go to results/<UTC date-time>-jdk<N>.json.",
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {
            RunCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:a benchmark failed, and the results until then are kept (...-incomplete.json); or compare found one "
                    + "slower",
            "2:bad usage or bad input, told in one line; nothing was measured",
            "130:interrupted; the results until then are kept likewise",
        },
        modelTransformer = RootCommand.ParameterHelp.class,
        footer = {
            "",
            "System properties (before -jar):",
            "  -Dfanout.allowRemote=true      the server may be on another machine",
            "  -Dfanout.answerTimeoutMillis=N how long a batch waits for its next answer, in ms, beside delayMillis",
            "                                 (30000)",
            "  -Dfanout.results=DIR           where results go that no flag has a place for, else results",
            "  -Dfanout.serverIoThreads=N     how many I/O threads our server has, 1 to 1024, else a quarter of",
            "                                 the processors",
            "  -Dfanout.serverJvm=JAVA_HOME   the JVM of a forked server, else the benchmark's",
            "  -Djmh.ignoreLock=true          measure although another JMH is running",
            "",
            "Examples:",
            "  java -jar target/benchmarks.jar",
            "  java -jar target/benchmarks.jar FanOutBenchmark.semaphoreAsync -p concurrency=10,40 -prof gc",
            "  java -jar target/benchmarks.jar -jvm /usr/lib/jvm/jdk-25/bin/java -f 5",
            "  java -jar target/benchmarks.jar ColdBatchBenchmark",
            "  java -cp target/benchmarks.jar:my-client.jar fanout.Main yourClient -p client=NAME",
            "  java -jar target/benchmarks.jar serve --port 8080 --delay-millis 10",
            "  java -jar target/benchmarks.jar run --jvm 17 --jvm mine=/opt/my-jdk --control",
            "  java -jar target/benchmarks.jar report results/20261123-150000-myhost",
        })
final class RootCommand {
    /** Puts the parameters in front of the footer, which an annotation can't make of {@link BenchmarkParameter}. */
    static final class ParameterHelp implements IModelTransformer {
        private static final String LINE = "  %-19s%s";

        @Override
        public CommandSpec transform(CommandSpec command) {
            UsageMessageSpec usage = command.usageMessage();
            Stream<String> heading = Stream.of("", "Parameters (-p NAME=VALUE[,VALUE]...), with their defaults:");
            Stream<String> parameters = Stream.of(BenchmarkParameter.values()).map(ParameterHelp::line);
            usage.footer(Stream.of(heading, parameters, Stream.of(usage.footer()))
                    .flatMap(lines -> lines)
                    .toArray(String[]::new));
            return command;
        }

        private static String line(BenchmarkParameter parameter) {
            return LINE.formatted(parameter + "=" + parameter.defaultValue(), parameter.help());
        }
    }
}
