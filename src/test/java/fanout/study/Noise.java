package fanout.study;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random numbers that are the same on every JVM: {@code nextGaussian} may change from one JDK to the next. */
final class Noise {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    /** @param stream numbers of another stream are independent of this one's */
    Noise(long seed, String stream) {
        UUID hash = UUID.nameUUIDFromBytes(stream.getBytes(StandardCharsets.UTF_8));
        random = new SplittableRandom(seed ^ hash.getMostSignificantBits());
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Standard normal, by Marsaglia's polar method. */
    double gaussian() {
        if (!Double.isNaN(spare)) {
            double saved = spare;
            spare = Double.NaN;
            return saved;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
