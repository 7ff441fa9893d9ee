package fanout.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The text of {@code help}, and the list of subcommands: a new one is added to {@code subcommands}, and is then found by
 * {@link Launcher} and shown here.
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
                    + " differ from plain JMH: a benchmark that fails ends the run (-foe false: it goes on), and without"
                    + " -rf or -rff the results go to results/<UTC date-time>-jdk<N>.json.",
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {
            RunCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ServeCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "1:a benchmark failed, and the results until then are kept (...-incomplete.json); or compare found one slower",
            "2:bad usage or bad input, told in one line; nothing was measured",
            "130:interrupted; the results until then are kept likewise",
        },
        footer = {
            "",
            "Parameters (-p NAME=VALUE[,VALUE]...), with their defaults:",
            "  requests=1000      GETs in one batch, which is one op",
            "  concurrency=40     how many of them are in flight at once",
            "  delayMillis=0      how long the server waits with each answer, in ms",
            "  payloadBytes=0     length of each answer in bytes; 0 is just the id",
            "  scheme=http        or https, over TLS to a server of ours",
            "  server=embedded    or forked, in a JVM of its own; or http://host:port",
            "  client=all         or the name of one on the class path; of yourClient alone",
            "",
            "System properties (before -jar):",
            "  -Dfanout.allowRemote=true      the server may be on another machine",
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
            "  java -jar target/benchmarks.jar run --jvm 17=/usr/lib/jvm/jdk-17 --jvm 25=/usr/lib/jvm/jdk-25",
            "  java -jar target/benchmarks.jar report results/20261123-150000-myhost",
        })
final class RootCommand {}
