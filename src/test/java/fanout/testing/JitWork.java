package fanout.testing;

import fanout.record.IterationRecord;
import fanout.record.JvmWorkRecord;
import java.util.List;
import java.util.stream.IntStream;

/** The iterations of a made-up fork whose JIT worked. */
public final class JitWork {
    private JitWork() {}

    /**
     * Iterations of a second each; the score of a warm one is 10, of the others 20.
     *
     * @param warmups how many of them are warm-up
     * @param compilationMillis of each iteration
     */
    public static List<IterationRecord> iterations(int warmups, long... compilationMillis) {
        return IntStream.range(0, compilationMillis.length)
                .mapToObj(i -> iteration(i, i < warmups, new JvmWorkRecord(compilationMillis[i], 1L, 0L, 0L)))
                .toList();
    }

    /** Iterations as earlier versions wrote them. */
    public static List<IterationRecord> unknown(int warmups, int measured) {
        return IntStream.range(0, warmups + measured)
                .mapToObj(i -> iteration(i, i < warmups, null))
                .toList();
    }

    private static IterationRecord iteration(int index, boolean warmup, JvmWorkRecord work) {
        return new IterationRecord(index + 1, warmup, "", 1.0, null, null, null, warmup ? 20.0 : 10.0, work);
    }
}
