package fanout.host;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Reads what this JVM has done since it started. The first reading loads the classes of the beans that tell it.
 *
 * <p>Tested by {@code fanout.host.JvmWorkTest}.
 */
final class JvmWorkReader {
    private static final Pattern METHODS = Pattern.compile("\\bnmethods=(\\d+)");

    private JvmWorkReader() {}

    static JvmWork read() {
        return new JvmWork(
                compilationMillis(),
                compiledMethods(),
                sum(GarbageCollectorMXBean::getCollectionCount),
                sum(GarbageCollectorMXBean::getCollectionTime));
    }

    /** Unknown where there is no compiler, as with {@code -Xint}. */
    private static long compilationMillis() {
        CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
        return compilation != null && compilation.isCompilationTimeMonitoringSupported()
                ? compilation.getTotalCompilationTime()
                : JvmWork.UNKNOWN;
    }

    /** HotSpot tells it only by the text of {@code jcmd Compiler.codecache}. */
    private static long compiledMethods() {
        try {
            Object text = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "compilerCodecache",
                            null,
                            null);
            Matcher methods = METHODS.matcher(String.valueOf(text));
            return methods.find() ? Long.parseLong(methods.group(1)) : JvmWork.UNKNOWN;
        } catch (JMException | RuntimeException e) {
            return JvmWork.UNKNOWN;
        }
    }

    private static long sum(ToLongFunction<GarbageCollectorMXBean> number) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(number)
                .filter(each -> each >= 0)
                .sum();
    }
}
