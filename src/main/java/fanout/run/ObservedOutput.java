package fanout.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * JMH's own output with an observer. JMH has no listener: its calls on its output alone show how far it is.
 */
public final class ObservedOutput {
    private ObservedOutput() {}

    /**
     * The same output, whose calls are observed before they are carried out.
     *
     * @param observer takes the name of the called method and its arguments, from any of JMH's threads
     */
    public static OutputFormat of(OutputFormat output, BiConsumer<String, Object[]> observer) {
        return (OutputFormat) Proxy.newProxyInstance(
                OutputFormat.class.getClassLoader(), new Class<?>[] {OutputFormat.class}, (proxy, method, args) -> {
                    observer.accept(method.getName(), args);
                    try {
                        return method.invoke(output, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
