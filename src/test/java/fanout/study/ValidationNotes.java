package fanout.study;

/** The words between the tables of {@code study.md}. */
final class ValidationNotes {
    static final String SUMMARY = """
            Means over the scenarios with normal and heavy-tailed forks; the worst scenario in brackets. *Forks alike*: no
            variance between forks, independent iterations. *Forks differ*: share 0.4 and 0.9. *Drift*: paired. Columns of
            rates at a true change of 0 count `slower` and `faster`; those at a true change count `slower` alone.
            """;

    static final String BROKEN = """
            Rates beyond a bound by more than three standard errors, bimodal forks included, for which nothing is promised. A
            rate whose true value is the bound itself, as that of a false `unchanged` with many forks is by construction, is
            above it in half of the scenarios, by one or two standard errors.

            Cause, with bimodal forks: where all forks of one side are in one mode and all of the other in the other, they look
            like a change beyond doubt. That happens in 1.9 % of comparisons of 3 forks with 3, in 0.4 % of 4 with 4, in
            0.1 % of 5 with 5, and Holm, which stretches t far into its tail, can't help it. So a change that rests on fewer
            than 5 forks or rounds is shown with a warning, as are 8 or more forks that fall into two groups. The first warning
            fires wherever fewer than 5 look like a change before Holm: on 3 normal forks without one, as often as there are
            false alarms below, up to 3.3 %. Even that few forks in two modes raise no more false alarms than 5 % one by one.

            Not in the table, since it is no bound of the rule: the rounds' drift without their manifest. The interval then
            covers the truth nearly always, and nothing is found, because all drift counts as noise.
            """;

    static final String FANOUT = """
            In percent, with standard errors. `slower` or `faster` is said from a threshold of 3 % on, so that a true +3 % can be
            found in half of the cases at most. *Not slower*: `not slower`, `unchanged` or `faster`, which all rule out a slow-down
            of 3 %. *Family of 20*: at least one false alarm among 20 benchmarks, after Holm; all else is before Holm. *Wrong
            sign*: `faster` at a true slow-down, the worst of +3, +5 and +10 %.
            """;

    static final String DEDICATED = """
            Normal forks whose medians have a deviation of exactly 0.022 (forks of 0.0217, iterations of 0.01), unpaired, in
            percent.
            """;

    static final String UNEQUAL = """
            Many forks of the baseline against three of the candidate, unpaired, in percent. Welch's interval rests on the three,
            and where forks are in two modes these may happen to be all in one, and scatter little. So Fanout takes the wider of
            Welch's interval and the pooled one, and the larger p. With equal numbers both have the same standard error, and
            Welch's is the wider. *Not slower*: as above.
            """;

    static final String SLOW = """
            Each fork of the candidate takes 1.3 times as long with a probability of a fifth: a mode that is seldom, and far off.
            What is said of it without another change, in percent; the mean is 5.4 % slower. None of n forks is in that mode in
            51 % of runs with 3, 33 % with 5, 11 % with 10, 1 % with 20, and then no statistic of theirs can know of it. So
            `unchanged` and `not slower` speak of forks such as those that were measured. *Warned*: that a fork or a round lies
            apart, or that they fall into two groups.
            """;

    static final String FORKS_NEEDED = """
            A pilot of so many forks names a number, and a fresh run has that many (200 at most). Its promise is a power of 80 %
            for p < 5 % at a true +3 %, as long as forks vary as they did in the pilot: held with 200 forks, when the deviation is
            as good as known. The fewer forks the pilot has, the more often it sees too little variance, and names too few.
            `slower` also takes an estimate of at least 3 %, so at a true +3 % it stays near 50 % whatever the number. In
            percent; *named* is the median.
            """;

    static final String GROUPS = """
            How often forks of one side (unpaired), or rounds, were said to fall into two groups, in percent: a false alarm with
            normal and heavy-tailed forks. The difference of two bimodal forks has three modes, and rounds hide it.
            """;

    static final String OUTLIERS = """
            How often a fork of either side (unpaired) or a round was said to lie apart, in percent: a false alarm with normal
            and heavy-tailed forks, for which it is to be at most 5 %. Of five bimodal forks it may be the only one in its mode.
            """;

    private ValidationNotes() {}

    static String simulated(SimulationPlan plan) {
        return """
                Synthetic runs with a known truth, judged by the code of `fanout.compare` itself and by the rules that others use.
                Written with seed %d and %d runs a scenario (the bootstrap: %d; families of 20 benchmarks: %d) by
                `./mvnw -B test-compile exec:java -Dexec.mainClass=fanout.study.ValidationStudy`.
                The same seed gives the same file, byte for byte. All rates and their standard errors are in [study.json](study.json).

                A score is exp(drift + fork + iteration), with 10 iterations a fork. Where forks differ, the fork's part has a
                deviation of 0.022, about 2.2 %%, and the iterations' part what the *share* of the variance between forks leaves:
                0.027 at 0.4, 0.0073 at 0.9. At a share of 0 iterations have 0.022, and forks no shape. *Correlation* is that of an
                iteration with the one before, AR(1), normal. Forks are normal, heavy-tailed (Student's t with 3 degrees of freedom,
                scaled to the same deviation) or bimodal (30 %% of forks slow by 0.046, both modes with 0.0066). Paired: each
                round has a level of its own, up to 2.5 times another's, uniform in logarithms, which both sides share. A true
                change multiplies the candidate's scores.

                Rules, at alpha 5 %%: *Fanout* before Holm; its t test without the threshold of 3 %%; Fanout without the manifest
                that tells the rounds; Mann-Whitney (normal approximation) and Welch's t over all iterations; JMH's 99.9 %%
                intervals over all iterations that do not overlap; a percentile bootstrap of the ratio of means (forks, then
                iterations within, %d resamples) whose 95 %% interval excludes 1. Only Fanout knows the rounds: the others have no
                notion of them.
                """.formatted(plan.seed(), plan.runs(), plan.runs(Rule.BOOTSTRAP), plan.families(), Bootstrap.RESAMPLES);
    }
}
