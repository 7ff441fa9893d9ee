package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to a word that is nearly right. */
class DidYouMeanUsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            comapre a.json              | 'comapre' is no command, and no benchmark matches it; did you mean compare?
            reprot results/             | 'reprot' is no command, and no benchmark matches it; did you mean report?
            run comapre a.json          | 'comapre' is no command, and no benchmark matches it; did you mean compare?
            run --quick compare a.json  | 'compare' is a command, which must be the first word; no benchmark matches it
            -foe true compare           | no benchmark matches 'compare' (-l lists them all)
            help comapre                | Unknown subcommand 'comapre'; did you mean compare?
            FanoutBenchmark             | no benchmark matches 'FanoutBenchmark'; did you mean FanOutBenchmark? (-l lists them all)
            semaphorAsync               | no benchmark matches 'semaphorAsync'; did you mean semaphoreAsync? (-l lists them all)
            run FanoutBenchmark         | no benchmark matches 'FanoutBenchmark'; did you mean FanOutBenchmark? (-l lists them all)
            run FanOutBenchmark.http2Multiplexd | no benchmark matches 'FanOutBenchmark.http2Multiplexd'; did you mean FanOutBenchmark.http2Multiplexed? (-l lists them all)
            run SocketFloor             | no benchmark matches 'SocketFloor'; did you mean socketFloor? (-l lists them all)
            run socketFloor semaphorAsync | no benchmark matches 'semaphorAsync'; did you mean semaphoreAsync? (-l lists them all)
            run TinyBenchmark -p sise=2 | -p sise: no selected benchmark has this parameter; they have size; did you mean size?
            socketFloor -p concurency=4 | -p concurency: no selected benchmark has this parameter; they have concurrency, delayMillis, delaySpread, hosts, payloadBytes, requests, scheme, server; did you mean concurrency?
            --quick                     | quick is not a recognized option (--quick is an option of `run`)
            run --quik                  | Unknown option: '--quik'; did you mean --quick?
            run -q                      | Unknown option: '-q'; did you mean --quick?
            run --round 3               | Unknown option: '--round'; did you mean --rounds?
            run --round=3               | Unknown option: '--round'; did you mean --rounds?
            run --nonsense              | Unknown option: '--nonsense' (help run lists them all)
            compare --outptu x a        | Unknown option: '--outptu'; did you mean --output?
            compare --treshold=5% a     | Unknown option: '--treshold'; did you mean --threshold?
            compare --html a            | Unknown option: '--html'; did you mean --format html?
            compare --md a              | Unknown option: '--md'; did you mean --format markdown?
            compare --strategy a        | Unknown option: '--strategy'; did you mean --by strategy?
            run --order turn            | Invalid value for option '--order': 'turn' is none of turns, forks, jmh; did you mean turns?
            serve --delay 10            | Unknown option: '--delay'; did you mean --delay-millis?
            serve -p 10                 | Unknown option: '-p'; did you mean --port or --payload-bytes?
            run -f 3                    | run has no -f: forks are --rounds
            run -wf 1 TinyBenchmark     | run has no -wf: there are no warm-up forks; forks are --rounds
            run -jvm /x/bin/java        | run has no -jvm: JVMs are --jvm
            run -rf json                | run has no -rf: the results are JMH JSON, a file for each arm, in a folder that --out may name
            run -rff x.json             | run has no -rff: the results are JMH JSON, a file for each arm, in a folder that --out may name
            run -l                      | run has no -l: give it without `run`
            run -tu ms                  | run has no -tu: the benchmark's own annotation decides that
            """)
    void theRightWordIsNamedInOneLine(String commandLine, String complaint) {
        CommandLineSession session = CommandLineSession.run(folder.resolve("r"), commandLine.split(" "));

        assertThat(session.complaints()).containsExactly("fanout: " + complaint);
        assertThat(session.status()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(folder.resolve("r")).doesNotExist();
    }

    /** {@code r} is the beginning of a command, but benchmarks match it. */
    @Test
    void aRegularExpressionThatMatchesIsNotTakenForACommand() {
        assertThat(CommandLineSession.run(folder.resolve("r"), "r", "-p", "x=1").complaints())
                .singleElement()
                .asString()
                .startsWith("fanout: -p x: no selected benchmark has this parameter");
    }
}
