package fanout.study;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The orders side by side. */
record OrderTable(List<OrderVerdict> repeats) {
    private static final List<String> ORDERS = List.of("turns", "forks", "jmh");
    private static final double PERCENT = 100;
    private static final double ALPHA = 0.05;

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| order | verdicts | 25 against 17: half width of the 95 % interval | control against its twin: "
                + "half width"
                + " | the same: largest change seen | the same: p < 5 % | the same: judged a change |\n");
        text.append("|---|---:|---:|---:|---:|---:|---:|\n");
        ORDERS.forEach(order -> row(text, order));
        text.append("\nWidths are medians over the verdicts, in brackets the narrowest and the widest.\n");
        return text.toString().replace("\r\n", "\n");
    }

    private void row(StringBuilder text, String order) {
        List<OrderVerdict> jvms = select(each -> each.order().equals(order) && !each.control());
        List<OrderVerdict> controls = select(each -> each.order().equals(order) && each.control());
        text.append(String.format(
                Locale.ROOT,
                "| `%s` | %d | %s | %s | %.1f %% | %d | %d |%n",
                order,
                jvms.size(),
                spread(jvms, OrderVerdict::halfWidth),
                spread(controls, OrderVerdict::halfWidth),
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

    private List<OrderVerdict> select(Predicate<OrderVerdict> which) {
        return repeats.stream().filter(which).toList();
    }

    private static String spread(List<OrderVerdict> of, ToDoubleFunction<OrderVerdict> what) {
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
}
