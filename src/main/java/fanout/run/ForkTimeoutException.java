package fanout.run;

import java.io.IOException;

/** Thrown if nothing comes from a fork for too long. */
final class ForkTimeoutException extends IOException {
    private static final long serialVersionUID = 1;

    ForkTimeoutException(String message) {
        super(message);
    }
}
