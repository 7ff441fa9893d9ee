package fanout.run;

/** One cell on one JVM: what has one fork in each round. */
public record Arm(TestedJvm jvm, Cell cell) {
    /** Whether the JVM is new enough. */
    boolean isPossible() {
        return jvm.facts().feature() >= cell.oldestJava();
    }

    /** Why it can't be measured, where it is not possible: one line. */
    public String leftOut() {
        return this + " is left out: it needs Java " + cell.oldestJava() + ", and the JVM is "
                + jvm.facts().feature();
    }

    /** For messages: {@code 17 FanOutBenchmark.semaphoreAsync}, and its parameters where that is not enough. */
    @Override
    public String toString() {
        String[] names = cell.benchmark().split("\\.");
        String type = names.length < 2 ? "" : names[names.length - 2] + ".";
        return jvm.label() + " " + type + cell.method();
    }
}
