package fanout.client;

/** Batches by which a client may try something out before anything is measured. */
@FunctionalInterface
public interface UnmeasuredBatches {
    /**
     * Sends a batch through the client and checks its answers.
     *
     * @param most how many requests it has at most: as many as one that is measured, if they are not more
     * @throws fanout.workload.BatchFailedException if an answer is missing or wrong
     */
    void send(int most) throws InterruptedException;
}
