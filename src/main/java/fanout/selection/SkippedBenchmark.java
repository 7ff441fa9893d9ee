package fanout.selection;

/**
 * A benchmark that is skipped because it can't be measured, with the reason.
 *
 * @param benchmark class and method
 * @param name what messages call it
 * @param reason half a sentence, on one line: {@code it has no TLS, and scheme is https}
 */
public record SkippedBenchmark(String benchmark, String name, String reason) {
    /** Messages call it by its method, so that both classes of benchmarks have the same line. */
    public SkippedBenchmark(String benchmark, String reason) {
        this(benchmark, benchmark.substring(benchmark.lastIndexOf('.') + 1), reason);
    }

    /** The line that says so. */
    @Override
    public String toString() {
        return name + " is left out: " + reason;
    }
}
