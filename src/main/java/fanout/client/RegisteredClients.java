package fanout.client;

import fanout.record.BenchmarkParameter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clients on the class path that are not Fanout's own.
 *
 * @param byName in alphabetical order
 */
public record RegisteredClients(SortedMap<String, FanOutClientProvider> byName) {
    /** The value of the parameter {@code client} that stands for all of them. */
    public static final String ALL = BenchmarkParameter.Default.CLIENT;

    /** How to register a client. */
    public static final String HOW_TO_REGISTER = "put a jar with META-INF/services/"
            + FanOutClientProvider.class.getName() + " on the class path: java -cp"
            + " target/benchmarks.jar:my-client.jar fanout.Main yourClient";

    public RegisteredClients {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /**
     * Finds them.
     *
     * @throws IllegalArgumentException if one can't be loaded, or its name is not allowed or used twice; in one line
     */
    public static RegisteredClients find() {
        return find(RegisteredClients.class.getClassLoader());
    }

    static RegisteredClients find(ClassLoader loader) {
        SortedMap<String, FanOutClientProvider> found = new TreeMap<>();
        try {
            for (FanOutClientProvider provider : ServiceLoader.load(FanOutClientProvider.class, loader)) {
                add(found, provider);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException("a registered client can't be loaded: " + inOneLine(e), e);
        }
        return new RegisteredClients(found);
    }

    private static void add(SortedMap<String, FanOutClientProvider> found, FanOutClientProvider provider) {
        String name = provider.name();
        String type = provider.getClass().getName();
        if (name == null || !name.matches("[A-Za-z0-9._-]+") || name.equals(ALL)) {
            throw new IllegalArgumentException("the registered client " + type + " is named '" + name
                    + "', must be letters, digits, '.', '_' and '-', but not " + ALL);
        }
        FanOutClientProvider other = found.put(name, provider);
        if (other != null) {
            throw new IllegalArgumentException("two registered clients are named " + name + ": "
                    + other.getClass().getName() + " and " + type);
        }
    }

    private static String inOneLine(Throwable e) {
        String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
        return (e.getMessage() + cause).lines().findFirst().orElse("");
    }

    /**
     * The names that these values of the parameter {@code client} stand for.
     *
     * @throws IllegalArgumentException if one is not registered; in one line that lists those that are
     */
    public List<String> names(List<String> values) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (String value : values) {
            if (value.equals(ALL)) {
                names.addAll(byName.keySet());
            } else {
                named(value);
                names.add(value);
            }
        }
        return List.copyOf(names);
    }

    /**
     * One of them.
     *
     * @param name {@value #ALL} is allowed if there is only one
     * @throws IllegalArgumentException if it is not registered; in one line that lists those that are
     */
    public FanOutClientProvider named(String name) {
        FanOutClientProvider provider =
                name.equals(ALL) && byName.size() == 1 ? byName.get(byName.firstKey()) : byName.get(name);
        if (provider == null) {
            throw new IllegalArgumentException("client is " + name + ", must be "
                    + (byName.isEmpty()
                            ? "one that is registered, and none is: " + HOW_TO_REGISTER
                            : String.join(" or ", byName.keySet()) + ", which are registered"));
        }
        return provider;
    }
}
