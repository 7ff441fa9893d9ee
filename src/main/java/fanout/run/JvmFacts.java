package fanout.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a JVM reports of itself.
 *
 * @param feature its feature version: 17, 25
 * @param version {@code java.runtime.version}
 * @param vendor {@code java.vendor}
 * @param vm name and version of the VM
 * @param gc its garbage collector with the flags given, {@code G1}; empty if it does not report that
 * @param maxHeapBytes its largest heap with the flags given, in bytes; 0 if it does not report that
 */
public record JvmFacts(int feature, String version, String vendor, String vm, String gc, long maxHeapBytes) {
    /** The oldest feature version that can run this jar. */
    public static final int OLDEST = 17;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_OUTPUT_BYTES = 1 << 20;
    private static final int MAX_COMPLAINT_LINES = 3;
    private static final Pattern GC = Pattern.compile("bool Use(\\w+?)(?:GC)? +:?= true ");
    private static final List<String> COLLECTORS = List.of("G1", "Serial", "Parallel", "Z", "Shenandoah", "Epsilon");

    /**
     * Starts a {@code java} executable and reads what it prints of itself.
     *
     * @param flags the flags with which it will be measured
     * @throws IllegalArgumentException if it can't be started, refuses a flag, doesn't answer like a JVM or within 30
     *     s, or is older than {@value #OLDEST}; callers put its name and a colon before the message
     */
    public static JvmFacts of(String java, List<String> flags) {
        return of(java, flags, TIMEOUT);
    }

    static JvmFacts of(String java, List<String> flags, Duration timeout) {
        String output = output(java, flags, timeout, "-XshowSettings:properties", "-XX:+PrintFlagsFinal", "-version");
        if (property(output, "java.specification.version").isEmpty()) { // a VM with other flags than HotSpot's
            output = output(java, flags, timeout, "-XshowSettings:properties", "-version");
        }
        if (property(output, "java.specification.version").isEmpty() && !flags.isEmpty()) {
            String without = output(java, List.of(), timeout, "-XshowSettings:properties", "-version");
            if (!property(without, "java.specification.version").isEmpty()) {
                throw new IllegalArgumentException("the JVM does not start with this: " + complaint(output));
            }
        }
        String specification = property(output, "java.specification.version").replaceFirst("^1\\.", "");
        if (!specification.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("is not a JVM");
        }
        int feature = Integer.parseInt(specification);
        if (feature < OLDEST) {
            throw new IllegalArgumentException(
                    "is Java " + feature + ", but " + OLDEST + " is the oldest that will do");
        }
        return new JvmFacts(
                feature,
                property(output, "java.runtime.version"),
                property(output, "java.vendor"),
                property(output, "java.vm.name") + " " + property(output, "java.vm.version"),
                collector(output),
                maxHeap(output));
    }

    private static String property(String output, String name) {
        Matcher line = Pattern.compile("^ *" + Pattern.quote(name) + " = (.*?)\\s*$", Pattern.MULTILINE)
                .matcher(output);
        return line.find() ? line.group(1) : "";
    }

    private static String collector(String output) {
        Matcher flag = GC.matcher(output);
        while (flag.find()) {
            if (COLLECTORS.contains(flag.group(1))) {
                return flag.group(1);
            }
        }
        return "";
    }

    private static long maxHeap(String output) {
        Matcher flag = Pattern.compile("size_t MaxHeapSize +:?= (\\d{1,18}) ").matcher(output);
        return flag.find() ? Long.parseLong(flag.group(1)) : 0;
    }

    /** The lines in which a JVM says why it does not start, without those that say only that it does not. */
    private static String complaint(String output) {
        return output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Error: Could not create the Java Virtual Machine"))
                .filter(line -> !line.startsWith("Error: A fatal exception has occurred"))
                .limit(MAX_COMPLAINT_LINES)
                .collect(Collectors.joining("; "));
    }

    private static String output(String java, List<String> flags, Duration timeout, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new IllegalArgumentException("is not a JVM (" + e.getMessage() + ")", e);
        }
        // The executable may be any program, so its time and its output are limited.
        try {
            return read(process).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalArgumentException("did not say within " + timeout.toSeconds() + " s which JVM it is", e);
        } catch (ExecutionException e) {
            throw new IllegalArgumentException("is not a JVM (" + e.getCause().getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("was interrupted before it said which JVM it is", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** On a thread of its own: a child that such a program leaves behind may keep its output open for ever. */
    private static CompletableFuture<String> read(Process process) {
        CompletableFuture<String> read = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        byte[] bytes = process.getInputStream().readNBytes(MAX_OUTPUT_BYTES);
                        read.complete(new String(bytes, StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        read.completeExceptionally(e);
                    }
                },
                "fanout-jvm-output");
        reader.setDaemon(true);
        reader.start();
        return read;
    }
}
