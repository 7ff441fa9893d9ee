package fanout.benchmark;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Reads {@link RequiresJava}. */
public final class NeededJava {
    private static final int OLDEST = 17;

    private NeededJava() {}

    /**
     * The feature version of the oldest JVM that can run a benchmark.
     *
     * @param benchmark class and method
     */
    public static int of(String benchmark) {
        int dot = benchmark.lastIndexOf('.');
        try {
            Class<?> type = Class.forName(benchmark.substring(0, dot), false, NeededJava.class.getClassLoader());
            return Stream.of(type.getMethods())
                    .filter(method -> method.getName().equals(benchmark.substring(dot + 1)))
                    .map(NeededJava::of)
                    .findFirst()
                    .orElse(OLDEST);
        } catch (ClassNotFoundException e) {
            return OLDEST; // a nested class: JMH writes its name with dots
        }
    }

    private static int of(Method method) {
        RequiresJava required = method.getAnnotation(RequiresJava.class);
        return required == null ? OLDEST : required.value();
    }
}
