package fanout.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statistics against values that others have published. */
class PublishedVectorsTest {
    /**
     * R's data set {@code sleep}: hours of sleep gained with two drugs, by Student, The probable error of a mean, 1908.
     */
    private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** R, {@code ?t.test}: {@code t.test(extra ~ group, data = sleep)}. */
    @Test
    void welchsTestAgreesWithR() {
        Effect effect = Effect.unpaired(DRUG_2, DRUG_1);

        assertThat(effect.difference() / effect.standardError()).isCloseTo(-1.8608, within(0.00005));
        assertThat(effect.standardErrors().get(0).degreesOfFreedom()).isCloseTo(17.776, within(0.0005));
        assertThat(effect.p()).isCloseTo(0.07939, within(0.000005));
        assertThat(effect.difference() - effect.halfWidth(0.95)).isCloseTo(-3.3654832, within(0.00000005));
        assertThat(effect.difference() + effect.halfWidth(0.95)).isCloseTo(0.2054832, within(0.00000005));
    }

    /** R, {@code ?t.test}: {@code t.test(sleep$extra[1:10], sleep$extra[11:20], paired = TRUE)}. */
    @Test
    void thePairedTestAgreesWithR() {
        double[] differences =
                IntStream.range(0, 10).mapToDouble(i -> DRUG_1[i] - DRUG_2[i]).toArray();
        Effect effect = Effect.paired(differences);

        assertThat(effect.difference() / effect.standardError()).isCloseTo(-4.0621, within(0.00005));
        assertThat(effect.standardErrors().get(0).degreesOfFreedom()).isEqualTo(9);
        assertThat(effect.p()).isCloseTo(0.002833, within(0.0000005));
        assertThat(effect.difference() - effect.halfWidth(0.95)).isCloseTo(-2.4598858, within(0.00000005));
        assertThat(effect.difference() + effect.halfWidth(0.95)).isCloseTo(-0.7001142, within(0.00000005));
    }

    /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, critical values of Student's t. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.975, 12.706",
        "2, 0.975, 4.303",
        "4, 0.975, 2.776",
        "5, 0.95, 2.015",
        "9, 0.975, 2.262",
        "10, 0.95, 1.812",
        "10, 0.995, 3.169",
        "30, 0.975, 2.042",
        "100, 0.95, 1.660"
    })
    void quantilesAgreeWithNist(double degreesOfFreedom, double cumulative, double quantile) {
        Effect effect = new Effect(0, 1, degreesOfFreedom, 0);

        assertThat(effect.halfWidth(2 * cumulative - 1)).isCloseTo(quantile, within(0.0005));
    }

    /** R, {@code p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm")}, which is also easily done by hand. */
    @Test
    void holmsAdjustmentAgreesWithR() {
        assertThat(Holm.adjust(0.01, 0.02, 0.03, 0.04, 0.05))
                .containsExactly(new double[] {0.05, 0.08, 0.09, 0.09, 0.09}, offset(1e-12));
        assertThat(Holm.adjust(0.04, 0.01, 0.03)).containsExactly(new double[] {0.06, 0.03, 0.06}, offset(1e-12));
        assertThat(Holm.adjust(0.9, 0.6)).containsExactly(1, 1);
        assertThat(Holm.adjust()).isEmpty();
    }

    /**
     * For a two-sample t test with a difference of one deviation, alpha 5 % and power 80 %, J. Cohen, Statistical Power
     * Analysis for the Behavioral Sciences (1988), gives 17 a side, and 26 for 0.8; the shifted t is off by one at
     * most.
     */
    @ParameterizedTest
    @CsvSource({"1.0, 17", "0.8, 26", "0.5, 64"})
    void forksNeededAgreeWithCohen(double effectSize, int forks) {
        double deviation = Criteria.DEFAULT.logThreshold() / effectSize;
        Effect effect = new Effect(0, deviation * Math.sqrt(2.0 / 10), 18, 0);

        assertThat(Power.forksNeeded(effect, 10, 10, Criteria.DEFAULT)).isBetween(forks - 1, forks + 1);
    }

    @Test
    void forksNeededAreAtLeastThreeAndAtMostTenThousand() {
        assertThat(Power.forksNeeded(new Effect(0, 0, 4, 0), 3, 3, Criteria.DEFAULT))
                .isEqualTo(3);
        assertThat(Power.forksNeeded(new Effect(0, 100, 4, 0), 3, 3, Criteria.DEFAULT))
                .isEqualTo(10_000);
        assertThat(Power.forksNeeded(new Effect(0, 0.01, 4, 5), 5, 5, Criteria.DEFAULT))
                .isBetween(6, 8);
    }
}
