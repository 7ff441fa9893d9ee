package fanout.server;

import fanout.workload.UserBody;
import java.nio.ByteBuffer;

/**
 * Bodies as buffers for one gathering write. All of them share one filler, which is outside of the heap, so that no
 * write copies it.
 */
final class BodyBuffers {
    private final UserBody body;
    private final ByteBuffer filler;

    BodyBuffers(UserBody body) {
        this.body = body;
        this.filler = ByteBuffer.allocateDirect(body.payloadBytes());
        while (filler.hasRemaining()) {
            filler.put(UserBody.FILLER_BYTE);
        }
    }

    /** The body for this id; the position and limit of each buffer belong to the caller. For any thread. */
    ByteBuffer[] of(long id) {
        ByteBuffer head = ByteBuffer.wrap(body.head(id));
        if (!body.hasFiller(id)) {
            return new ByteBuffer[] {head};
        }
        ByteBuffer share = filler.duplicate().position(0).limit(body.fillerLength(id));
        return new ByteBuffer[] {head, share, ByteBuffer.wrap(body.tail(id))};
    }
}
