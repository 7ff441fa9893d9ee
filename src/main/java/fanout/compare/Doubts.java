package fanout.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What makes a whole comparison doubtful. Rounds are never in doubt here: each is of one machine at one time. */
final class Doubts {
    private Doubts() {}

    static List<String> of(List<Estimate> scores) {
        List<Estimate> unpaired = scores.stream()
                .filter(estimate ->
                        estimate.samples() == null || !estimate.samples().isPaired())
                .toList();
        List<String> doubts = new ArrayList<>();
        Set<String> hosts = new TreeSet<>();
        unpaired.stream().map(Doubts::hosts).filter(both -> both.size() > 1).forEach(hosts::addAll);
        if (!hosts.isEmpty()) {
            doubts.add("the results are of different hosts: " + String.join(", ", hosts));
        }
        if (unpaired.stream().anyMatch(estimate -> estimate.effect() != null)) {
            doubts.add("not measured in turns: if the machine's speed drifted from one side to the other, that is in"
                    + " the change, and no interval shows it");
        }
        return doubts;
    }

    private static SortedSet<String> hosts(Estimate estimate) {
        SortedSet<String> both = new TreeSet<>(estimate.contrast().baseline().hosts());
        both.addAll(estimate.contrast().candidate().hosts());
        return both;
    }
}
