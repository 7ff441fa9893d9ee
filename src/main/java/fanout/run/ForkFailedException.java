package fanout.run;

/** Thrown if a fork dies, fails or hangs; the message says how, in one line. */
final class ForkFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Arm arm;

    ForkFailedException(Arm arm, String problem, Throwable cause) {
        super(problem, cause);
        this.arm = arm;
    }

    /** The arm of the fork. */
    Arm arm() {
        return arm;
    }
}
