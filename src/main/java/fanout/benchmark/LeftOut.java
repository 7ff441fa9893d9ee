package fanout.benchmark;

/**
 * A benchmark that a run leaves out, since it can't be measured there.
 *
 * @param benchmark class and method
 * @param reason half a sentence, on one line: {@code it has no TLS, and scheme is https}
 */
public record LeftOut(String benchmark, String reason) {
    /** One line, the same for the benchmarks of one method. */
    @Override
    public String toString() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1) + " is left out: " + reason;
    }
}
