package fanout.results;

import java.util.List;

/**
 * One metric of one benchmark.
 *
 * @param name {@code ""} for the primary one, else JMH's label, without the middle dot that old versions put before it
 * @param unit the unit of the scores
 * @param score JMH's own score, NaN if it has none
 * @param forks the samples of each fork; empty where the file has no raw data
 */
public record Metric(String name, ScoreUnit unit, double score, List<ForkSamples> forks) {
    public Metric {
        forks = List.copyOf(forks);
    }
}
