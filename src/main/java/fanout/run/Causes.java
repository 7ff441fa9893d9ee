package fanout.run;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exceptions told in one line. JMH keeps the real cause of a {@code BenchmarkException} among the suppressed ones. */
public final class Causes {
    private Causes() {}

    /** Type and message of the first failure, and of what caused it, outermost first. */
    public static String inOneLine(Throwable failure) {
        return chain(failure.getSuppressed().length > 0 ? failure.getSuppressed()[0] : failure).stream()
                .map(cause -> cause.getClass().getSimpleName()
                        + (cause.getMessage() == null ? "" : ": " + cause.getMessage()))
                .collect(Collectors.joining("; caused by "));
    }

    /** The messages of an exception, of its causes, and of all that they suppressed, without their types. */
    public static String messages(Throwable refusal) {
        StringBuilder told = new StringBuilder();
        chain(refusal).stream()
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
                .map(cause -> String.valueOf(cause.getMessage()).replaceFirst("^ERROR: ", ""))
                .filter(message -> told.indexOf(message) < 0)
                .forEach(message -> told.append(told.isEmpty() ? "" : " ").append(message));
        return told.toString();
    }

    private static Set<Throwable> chain(Throwable first) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable next = first; next != null && chain.add(next); ) {
            next = next.getCause();
        }
        return chain;
    }
}
