package fanout.study;

/** What the rule promises, for normal and heavy-tailed forks. */
final class Bounds {
    static final double ALARMS = 0.05;
    static final double LEAST_COVERAGE = 0.935;
    static final double MOST_COVERAGE = 0.975;
    static final double POWER = 0.80;

    private Bounds() {}

    static boolean falseAlarms(ScenarioResult cell) {
        return cell.falseAlarms(Rule.FANOUT).isAtMost(ALARMS);
    }

    static boolean coverage(ScenarioResult cell) {
        return cell.coverage().isAtLeast(LEAST_COVERAGE) && cell.coverage().isAtMost(MOST_COVERAGE);
    }

    static boolean familyErrors(ScenarioResult cell) {
        return cell.familyErrors().isAtMost(ALARMS);
    }

    static boolean falseUnchanged(ScenarioResult cell) {
        return cell.falseUnchanged().isAtMost(ALARMS);
    }

    static boolean falseNotSlower(ScenarioResult cell) {
        return cell.falseNotSlower().isAtMost(ALARMS);
    }
}
