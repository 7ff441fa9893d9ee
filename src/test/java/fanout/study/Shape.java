package fanout.study;

import java.util.Locale;

/** How forks scatter. Each has mean 0 and deviation 1. */
enum Shape {
    NORMAL {
        @Override
        double draw(Noise noise) {
            return noise.gaussian();
        }
    },

    /** Student's t with 3 degrees of freedom, whose deviation is the root of 3. */
    HEAVY_TAILED {
        @Override
        double draw(Noise noise) {
            double squares = 0;
            for (int i = 0; i < 3; i++) {
                double normal = noise.gaussian();
                squares += normal * normal;
            }
            return noise.gaussian() / Math.sqrt(squares);
        }
    },

    /** Three forks of ten in a slow mode, as when the JIT sometimes inlines otherwise; the modes scatter by 0.3. */
    BIMODAL {
        @Override
        double draw(Noise noise) {
            double mode = noise.uniform() < SLOW ? (1 - SLOW) * GAP : -SLOW * GAP;
            return mode + MODE_DEVIATION * noise.gaussian();
        }
    };

    private static final double SLOW = 0.3;
    private static final double MODE_DEVIATION = 0.3;
    private static final double GAP = Math.sqrt((1 - MODE_DEVIATION * MODE_DEVIATION) / (SLOW * (1 - SLOW)));

    abstract double draw(Noise noise);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
