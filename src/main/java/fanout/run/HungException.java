package fanout.run;

import java.io.IOException;

/** Nothing came from a fork for too long. */
final class HungException extends IOException {
    private static final long serialVersionUID = 1;

    HungException(String message) {
        super(message);
    }
}
