package fanout.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.client.ClientFactory;
import fanout.client.ClientSetup;
import fanout.client.FanOutClient;
import fanout.client.Strategy;
import fanout.client.UnmeasuredBatches;
import fanout.testing.Conditions;
import fanout.workload.Batch;
import fanout.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client may try something out before anything is measured. */
@Timeout(60)
class PreparationTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void aClientIsPreparedAfterItsFirstBatchWithBatchesOfAtMostTheirSize() throws Exception {
        try (Trial trial = start(ProofTime.FIRST)) {
            trial.batch();
        }
        assertThat(calls).containsExactly("50", "prepare", "20", "50", "50");
    }

    @Test
    void nothingIsPreparedWhereTheFirstBatchIsMeasured() throws Exception {
        Trial trial = start(ProofTime.LAST);
        trial.batch();
        trial.end();

        assertThat(calls).containsExactly("50", "50");
    }

    private Trial start(ProofTime proof) throws Exception {
        ClientFactory factory = settings -> new Noted(Strategy.SOCKET_FLOOR.open(settings));
        return Trial.start(
                factory, ClientSetup.MINIMAL, new Workload(50, 8), Conditions.of("embedded", "http", 0, 0), proof);
    }

    /** A client that notes the sizes of its batches, and when it is prepared. */
    private final class Noted implements FanOutClient {
        private final FanOutClient client;

        Noted(FanOutClient client) {
            this.client = client;
        }

        @Override
        public void fetch(Batch batch) throws InterruptedException {
            calls.add(String.valueOf(batch.size()));
            client.fetch(batch);
        }

        @Override
        public Optional<String> prepare(UnmeasuredBatches batches) throws InterruptedException {
            calls.add("prepare");
            batches.send(20);
            batches.send(1000);
            return Optional.of("prepared");
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
