package fanout.study;

import fanout.compare.Change;
import fanout.compare.Comparisons;
import fanout.compare.Criteria;
import fanout.compare.Judgement;
import fanout.record.BenchmarkParameter;
import fanout.record.JvmRecord;
import fanout.record.MachineKind;
import fanout.results.FanoutNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs under default conditions say of the ways to fan out, machine by machine: {@code results/machines.md}. */
final class MachineIndex {
    private static final String HEAD = """
            # Machines

            What each published run under default conditions says of the ways to fan out: the time of a batch as a
            multiple of `blockingThreadPool`'s, the fastest first, with 95 % intervals. Where two intervals overlap
            widely, their order says nothing. `compare` of the runs has the verdicts, and their reasons.
            [How to add your run](README.md#add-your-run).

            Written by `./mvnw -B test -Dtest=PublishedMachinesTest -Dfanout.golden=write`.
            """;

    private record Way(double change, String text) {}

    private MachineIndex() {}

    static String markdown(Path results, List<DefaultRun> runs) {
        SortedMap<MachineKind, List<DefaultRun>> byMachine = new TreeMap<>();
        runs.stream()
                .sorted(Comparator.comparing(DefaultRun::date).thenComparing(DefaultRun::folder))
                .forEach(run -> byMachine
                        .computeIfAbsent(run.machine(), each -> new ArrayList<>())
                        .add(run));
        StringBuilder text = new StringBuilder(HEAD);
        byMachine.forEach((machine, all) -> {
            text.append("\n## ").append(machine).append("\n\n");
            text.append("| run | rounds | server | JDK | setup | order |\n|---|---:|---|---|---|---|\n");
            all.forEach(run -> rows(text, results, run));
        });
        return text.toString();
    }

    private static void rows(StringBuilder text, Path results, DefaultRun run) {
        String link = results.relativize(run.folder()).toString().replace('\\', '/');
        Map<List<String>, List<Judgement>> byJvmAndSetup = new LinkedHashMap<>();
        new Comparisons(Criteria.DEFAULT, false, null)
                .byStrategy(FanoutNames.BLOCKING_THREAD_POOL, run.arms()).judgements().stream()
                        .filter(each -> each.baseline().name().equals(FanoutNames.BLOCKING_THREAD_POOL))
                        .forEach(each -> byJvmAndSetup
                                .computeIfAbsent(List.of(each.jvm(), setup(each)), key -> new ArrayList<>())
                                .add(each));
        byJvmAndSetup.forEach((key, judgements) -> text.append(String.format(
                Locale.ROOT,
                "| [%s](%s), %s | %d | %s | %s | %s | %s |\n",
                link.replaceFirst("\\.zip$", ""),
                link,
                run.date(),
                run.rounds(),
                run.server(),
                jdk(run, key.get(0)),
                key.get(1),
                order(judgements))));
    }

    /** Results without a setup are of the former one. */
    private static String setup(Judgement judgement) {
        return judgement
                .key()
                .params()
                .getOrDefault(
                        FanoutNames.SETUP,
                        BenchmarkParameter.SETUP.formerDefault().orElseThrow());
    }

    private static String jdk(DefaultRun run, String label) {
        return run.manifest().jvms().stream()
                .filter(jvm -> jvm.label().equals(label))
                .map(JvmRecord::version)
                .findFirst()
                .orElse(label);
    }

    private static String order(List<Judgement> judgements) {
        Stream<Way> others = judgements.stream()
                .filter(each -> Double.isFinite(each.change().estimate()))
                .map(each ->
                        new Way(each.change().estimate(), way(each.candidate().name(), each.change())));
        return Stream.concat(Stream.of(new Way(0, "`" + FanoutNames.BLOCKING_THREAD_POOL + "` 1")), others)
                .sorted(Comparator.comparingDouble(Way::change))
                .map(Way::text)
                .collect(Collectors.joining(", "));
    }

    private static String way(String name, Change change) {
        return String.format(
                Locale.ROOT,
                "`%s` %.2f (%.2f to %.2f)",
                name,
                1 + change.estimate(),
                1 + change.ci().low(),
                1 + change.ci().high());
    }
}
