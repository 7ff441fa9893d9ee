package fanout.run;

import fanout.record.Host;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the facts of this machine from the operating system. */
public final class ThisHost {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final long KIB = 1024;

    private ThisHost() {}

    /** The record of the machine in the manifest. */
    public static Host read() {
        return new Host(
                hostName(),
                field(CPU, "model name"),
                Runtime.getRuntime().availableProcessors(),
                memory("MemTotal"),
                System.getProperty("os.version"),
                osName(),
                guestOf());
    }

    /** The memory available without swapping, in bytes; all memory if the platform doesn't report that. */
    public static long availableMemoryBytes() {
        return memory("MemAvailable");
    }

    /** The name of the machine, without a look-up in the network. */
    private static String hostName() {
        return Stream.of(
                        text(Path.of("/proc/sys/kernel/hostname")),
                        String.valueOf(System.getenv("HOSTNAME")),
                        String.valueOf(System.getenv("COMPUTERNAME")))
                .map(name -> name.strip().split("\\.")[0].replaceAll("[^A-Za-z0-9-]", ""))
                .filter(name -> !name.isEmpty() && !name.equals("null"))
                .findFirst()
                .orElse("host");
    }

    private static String osName() {
        String name = field(Path.of("/etc/os-release"), "PRETTY_NAME").replace("\"", "");
        return name.isEmpty() ? System.getProperty("os.name") : name;
    }

    /** The hypervisor, which util-linux reads from the processor's own registers; no file contains it. */
    private static String guestOf() {
        try {
            Process lscpu =
                    new ProcessBuilder("lscpu").redirectErrorStream(true).start();
            try (var output = lscpu.getInputStream()) {
                lscpu.getOutputStream().close();
                return field(new String(output.readAllBytes(), StandardCharsets.UTF_8), "Hypervisor vendor");
            }
        } catch (IOException e) {
            return "";
        }
    }

    private static long memory(String what) {
        String kib = field(MEMORY, what).replaceAll("\\D", "");
        if (!kib.isEmpty()) {
            return Long.parseLong(kib) * KIB;
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
    }

    private static String field(Path file, String name) {
        return field(text(file), name);
    }

    private static String field(String text, String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + "\\s*[:=]\\s*(.*)$", Pattern.MULTILINE)
                .matcher(text);
        return line.find() ? line.group(1).strip() : "";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
