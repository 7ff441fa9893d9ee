package fanout.run.study;

import fanout.compare.Effect;
import fanout.compare.Effects;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The orders side by side. */
record OrderTable(List<Repeat> repeats) {
    private static final List<String> ORDERS = List.of("turns", "forks", "jmh");
    private static final double PERCENT = 100;
    private static final double ALPHA = 0.05;

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(
                "| order | verdicts | 25 against 17: half width of the 95 % interval | control against its twin: half width"
                        + " | the same: largest change seen | the same: p < 5 % | the same: judged a change |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|\n");
        ORDERS.forEach(order -> row(text, order));
        text.append("\nWidths are medians over the verdicts, in brackets the narrowest and the widest.\n\n");
        text.append("| level on JDK 17, against `jmh` | `blockingThreadPool` | `semaphoreAsync` |\n|---|---:|---:|\n");
        for (String order : List.of("turns", "forks")) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s |%n",
                    order,
                    level(order, "blockingThreadPool"),
                    level(order, "semaphoreAsync")));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private void row(StringBuilder text, String order) {
        List<Repeat> jvms = select(each -> each.order().equals(order) && !each.control());
        List<Repeat> controls = select(each -> each.order().equals(order) && each.control());
        text.append(String.format(
                Locale.ROOT,
                "| `%s` | %d | %s | %s | %.1f %% | %d | %d |%n",
                order,
                jvms.size(),
                spread(jvms, Repeat::halfWidth),
                spread(controls, Repeat::halfWidth),
                controls.stream()
                                .mapToDouble(each -> Math.abs(each.change()))
                                .max()
                                .orElseThrow()
                        * PERCENT,
                controls.stream().filter(each -> each.p() < ALPHA).count(),
                controls.stream()
                        .filter(each -> each.verdict().matches("slower|faster"))
                        .count()));
    }

    private List<Repeat> select(Predicate<Repeat> which) {
        return repeats.stream().filter(which).toList();
    }

    private static String spread(List<Repeat> of, ToDoubleFunction<Repeat> what) {
        double[] sorted = of.stream().mapToDouble(what).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                median * PERCENT,
                sorted[0] * PERCENT,
                sorted[sorted.length - 1] * PERCENT);
    }

    /** Repeat against repeat, with the interval over the repeats. */
    private String level(String order, String benchmark) {
        double[] differences =
                select(each -> each.order().equals(order) && each.benchmark().equals(benchmark) && each.control())
                        .stream()
                        .mapToDouble(each -> Math.log(each.baselineScore() / byJmh(each)))
                        .toArray();
        Effect effect = Effects.paired(differences);
        return String.format(
                Locale.ROOT,
                "%+.1f %% (%+.1f to %+.1f)",
                effect.change() * PERCENT,
                effect.low(1 - ALPHA) * PERCENT,
                effect.high(1 - ALPHA) * PERCENT);
    }

    private double byJmh(Repeat repeat) {
        return select(each -> each.order().equals("jmh")
                        && each.number() == repeat.number()
                        && each.benchmark().equals(repeat.benchmark())
                        && each.control())
                .get(0)
                .baselineScore();
    }
}
