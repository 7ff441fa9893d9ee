package fanout.study;

import java.util.List;
import java.util.Locale;

/** The table of what the change of turns costs. */
record TurnCostTable(List<TurnCost> costs) {
    private static final List<String> HEADER =
            List.of("run", "benchmark", "iterations after its own turn", "after another's", "the latter are slower by");

    String markdown() {
        return Markdown.table(HEADER, costs.stream().map(TurnCostTable::row).toList());
    }

    private static List<String> row(TurnCost cost) {
        return List.of(
                cost.run(),
                "`" + cost.benchmark() + "`",
                String.valueOf(cost.afterOwn()),
                String.valueOf(cost.afterOther()),
                String.format(Locale.ROOT, "%+.1f %%", 100 * cost.change()));
    }
}
