package fanout.run;

/** A fork died, failed or hung; the message says how, in one line. */
final class ForkFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Arm arm;

    ForkFailedException(Arm arm, String problem, Throwable cause) {
        super(problem, cause);
        this.arm = arm;
    }

    /** Whose fork it was. */
    Arm arm() {
        return arm;
    }
}
