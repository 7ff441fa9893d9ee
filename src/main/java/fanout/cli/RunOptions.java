package fanout.cli;

import fanout.record.CpuPins;
import fanout.run.ForkOrder;
import fanout.run.IterationOptions;
import fanout.run.JmhFlags;
import fanout.run.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The flags of {@code run} as they were given; null or empty if a flag was not. */
final class RunOptions {
    /** The value of {@code --server}. */
    enum Server {
        EMBEDDED,
        FORKED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = {"--arm", "--jvm"},
            paramLabel = "LABEL='JDK [JVM-OPTION]...'",
            description = "an arm: its name in the results, and what one would type after `java`. JDK is a JAVA_HOME,"
                    + " or a version such as 17 that is found in JAVA_HOME*, on the PATH, in /usr/lib/jvm, /opt,"
                    + " /Library/Java/JavaVirtualMachines or SDKMAN's folder; 17 alone is 17=17. Among the options,"
                    + " -cp PATH comes before the class path of this program: its libraries win, and it may have"
                    + " benchmarks. The first arm is the baseline (default: the JVM that runs this)")
    List<String> arms = List.of();

    @Option(
            names = {"--jvm-args", "-jvmArgs"},
            paramLabel = "OPTIONS",
            description = "options of the JVMs of all arms, instead of those of a benchmark's @Fork(jvmArgs)")
    String jvmArgs;

    @Option(
            names = "-prof",
            paramLabel = "NAME[:OPTIONS]",
            description =
                    "a profiler of JMH, such as gc; -lprof lists them. `compare --metric` judges what it measures")
    List<String> profilers = List.of();

    @Option(names = "-bm", paramLabel = "MODE", description = "JMH's benchmark mode (default: the benchmark's own)")
    String modes;

    @Option(names = "-t", paramLabel = "N", description = "threads of a benchmark, or max (likewise)")
    String threads;

    @Option(
            names = "-to",
            paramLabel = "TIME",
            description = "after how long an iteration is interrupted; a wait for its turn does not count (likewise)")
    String timeout;

    @Option(names = "--rounds", paramLabel = "N", description = "forks of each benchmark on each JVM (default: 5)")
    Integer rounds;

    @Option(
            names = "--until",
            paramLabel = "decided|PERCENT",
            description = "instead of --rounds: go on until every verdict is decided or, with 1%%, until the half width"
                    + " of every interval is below; what is decided leaves the next rounds. From the third round on it"
                    + " looks after each, and the intervals allow for that")
    String until;

    @Option(
            names = "--at-most",
            paramLabel = "TIME",
            description = "begin no round that would probably not end in this time, such as 10m")
    String atMost;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "a new folder for the results (default: results/<UTC date-time>-<host>)")
    Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "go on with the run in this folder, as it was begun; its failed rounds are tried again where"
                    + " nothing of them was kept")
    Path resume;

    @Option(
            names = "--control",
            description = "measure the baseline's JVM a second time, as if it were another: what differs then is noise")
    Boolean control;

    @Option(
            names = "--order",
            paramLabel = "turns|forks|jmh",
            description = "turns (default): the forks of a round are alive together and take turns, iteration by"
                    + " iteration; forks: one after the other, shuffled; jmh: as JMH does it")
    ForkOrder order;

    @Option(
            names = "--alive",
            paramLabel = "N",
            description =
                    "forks alive at once (default: as many as memory allows); the JVMs of one benchmark always are")
    Integer alive;

    @Option(
            names = "--server",
            paramLabel = "embedded|forked",
            description =
                    "where the mock server runs: in each fork, or in a child process of it (default: embedded; where"
                            + " the arms' JDKs differ, forked, on the first arm's for all of them)")
    Server server;

    @Option(
            names = "--server-jvm",
            paramLabel = "JAVA_HOME",
            description =
                    "the JVM of the forked server, the same for all (default: that of each fork; without --server,"
                            + " where the arms' JDKs differ, the first arm's)")
    Path serverJvm;

    @Option(
            names = CpuPins.FORKS_FLAG,
            paramLabel = "LIST",
            description = "the CPUs that the benchmarks' JVMs are pinned to, such as 0 or 0,2-3 (Linux, by taskset)")
    String cpus;

    @Option(
            names = CpuPins.SERVER_FLAG,
            paramLabel = "LIST",
            description = "those that the forked server is pinned to, so that it does not take the client's")
    String serverCpus;

    @Option(names = "--seed", paramLabel = "N", description = "of all shuffling (default: drawn from the clock)")
    Long seed;

    @Option(
            names = "--quick",
            description = "3 short rounds: to try things out, not for conclusions; a cold batch stays cold")
    Boolean quick;

    @Option(names = "--no-report", description = "measure only: no verdicts, no files of the comparison, no page")
    boolean noReport;

    @Option(
            names = "--fail-on",
            paramLabel = "slower|inconclusive|never",
            description = "what else makes the exit code 1: a slower verdict on a JVM; that, or one that does not rule"
                    + " out slower: inconclusive or not faster; nothing (default)")
    FailOn failOn;

    @Mixin
    JudgingOptions judging = new JudgingOptions();

    @Option(
            names = "-wi",
            paramLabel = "N",
            description =
                    "iterations of a fork's warm-up (default: learned from the first round, which warms up for 20 s"
                            + " or the benchmark's own time, 40 s at most)")
    Integer warmupIterations;

    @Option(names = "-w", paramLabel = "TIME", description = "how long each of them (default: the benchmark's own)")
    String warmupTime;

    @Option(
            names = "-i",
            paramLabel = "N",
            description =
                    "measured iterations of a fork (default: the benchmark's own; where the warm-up is learned, from"
                            + " the fourth round on what the scatter so far makes best)")
    Integer iterations;

    @Option(names = "-r", paramLabel = "TIME", description = "how long each of them (default: the benchmark's own)")
    String time;

    @Option(
            names = "-p",
            paramLabel = "NAME=VALUE[,VALUE]",
            description = "a parameter of the benchmarks; several values are measured one beside the other")
    List<String> params = List.of();

    @Parameters(
            paramLabel = "BENCHMARK-REGEX",
            description = "which benchmarks (default: FanOutBenchmark; ColdBatchBenchmark is to be named)")
    List<String> benchmarks = List.of();

    /**
     * What JMH's own flags say.
     *
     * @throws IllegalArgumentException if one of them can't be
     */
    JmhFlags jmhFlags() {
        return new JmhFlags(modes, threads, timeout, jvmArgs == null ? null : jvmArgs(), profilers);
    }

    private List<String> jvmArgs() {
        try {
            return QuotedWords.split(jvmArgs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--jvm-args " + jvmArgs + ": " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the flag, or what it is given with, can't be */
    Until until() {
        if (until == null) {
            return null;
        }
        if (rounds != null) {
            throw new IllegalArgumentException("--until and --rounds can't be given together");
        }
        if (order != null && order != ForkOrder.TURNS) {
            throw new IllegalArgumentException(
                    "--until takes --order turns: with --order " + order + " there are no complete rounds to look at");
        }
        return Until.parse(until);
    }

    /** @throws IllegalArgumentException if it is no time, or the order has no rounds */
    Integer atMostSeconds() {
        if (atMost != null && order == ForkOrder.JMH) {
            throw new IllegalArgumentException("--at-most can't be given with --order jmh, which has no rounds");
        }
        return atMost == null ? null : (Integer) DurationFlag.seconds("--at-most", atMost);
    }

    /** @throws IllegalArgumentException if one of them can't be */
    IterationOptions iterations() {
        return new IterationOptions(warmupIterations, warmupTime, iterations, time);
    }
}
