package fanout.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmWorkTest {
    @Test
    void workIsReadAsItWasWritten() {
        JvmWork work = new JvmWork(12, JvmWork.UNKNOWN, 3, 0);

        assertThat(JvmWork.parse(work.toString())).isEqualTo(work);
    }

    @Test
    void whatIsUnknownOnOneSideIsUnknownInTheDifference() {
        JvmWork before = new JvmWork(10, 500, JvmWork.UNKNOWN, 4);
        JvmWork now = new JvmWork(17, 480, 5, JvmWork.UNKNOWN);

        assertThat(now.since(before)).isEqualTo(new JvmWork(7, 0, JvmWork.UNKNOWN, JvmWork.UNKNOWN));
    }

    @Test
    void thisJvmCompilesWhatIsHotAndCollectsWhatIsGarbage() {
        JvmWork before = JvmWorkReader.read();
        List<byte[]> garbage = new ArrayList<>();
        long deadline = System.nanoTime() + 20_000_000_000L;
        JvmWork since = before.since(before);
        for (int round = 0; since.compilationMillis() == 0 && System.nanoTime() < deadline; round++) {
            garbage.clear();
            for (int i = 0; i < 1000; i++) {
                garbage.add(String.format("%d %s %x", i, round, i).getBytes());
            }
            since = JvmWorkReader.read().since(before);
        }
        System.gc();
        since = JvmWorkReader.read().since(before);

        assertThat(since.compilationMillis()).isPositive();
        assertThat(since.collections()).isPositive();
        assertThat(JvmWorkReader.read().compiledMethods()).isGreaterThan(100);
    }
}
