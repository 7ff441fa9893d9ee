package fanout.host;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Describes exceptions in one line. JMH keeps the real cause of a {@code BenchmarkException} among its suppressed
 * exceptions.
 */
public final class Causes {
    private Causes() {}

    /**
     * The types and messages of the first failure and of its causes, outermost first, without causes whose message has
     * been said.
     */
    public static String inOneLine(Throwable failure) {
        StringBuilder line = new StringBuilder();
        for (Throwable cause : chain(failure.getSuppressed().length > 0 ? failure.getSuppressed()[0] : failure)) {
            String message = cause.getMessage();
            if (message == null || line.indexOf(message) < 0) {
                line.append(line.isEmpty() ? "" : "; caused by ")
                        .append(cause.getClass().getSimpleName())
                        .append(message == null ? "" : ": " + message);
            }
        }
        return line.toString();
    }

    /** The messages of an exception, of its causes, and of all that they suppressed, without their types. */
    public static String messages(Throwable refusal) {
        StringBuilder messages = new StringBuilder();
        chain(refusal).stream()
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .map(cause -> String.valueOf(cause.getMessage()).replaceFirst("^ERROR: ", ""))
                .filter(message -> messages.indexOf(message) < 0)
                .forEach(message ->
                        messages.append(messages.isEmpty() ? "" : " ").append(message));
        return messages.toString();
    }

    private static Set<Throwable> chain(Throwable first) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable next = first; next != null && chain.add(next); ) {
            next = next.getCause();
        }
        return chain;
    }
}
