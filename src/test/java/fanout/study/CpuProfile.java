package fanout.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the CPU time went, by the innermost frame of each sample.
 *
 * @param samples how many there are
 * @param owners whose frame it was, see {@link #owner}
 * @param frames class and method
 * @param checking samples with the verification of an answer anywhere on the stack
 */
record CpuProfile(long samples, Map<String, Long> owners, Map<String, Long> frames, long checking) {
    private static final int FRAMES = 25;
    private static final String CHECK = "fanout.workload.";

    /** Of a recording with {@code jdk.CPUTimeSample}: a sample each so many ms of CPU time, native code included. */
    static CpuProfile read(Path recording) throws IOException {
        Map<String, Long> owners = new TreeMap<>();
        Map<String, Long> frames = new TreeMap<>();
        long samples = 0;
        long checking = 0;
        for (var event : RecordingFile.readAllEvents(recording)) {
            RecordedStackTrace stack = event.getStackTrace();
            if (!event.getEventType().getName().equals("jdk.CPUTimeSample") || stack == null) {
                continue;
            }
            samples++;
            List<RecordedFrame> all = stack.getFrames();
            owners.merge(owner(all.get(0)), 1L, Long::sum);
            frames.merge(name(all.get(0)), 1L, Long::sum);
            checking += all.stream().anyMatch(frame -> type(frame).startsWith(CHECK)) ? 1 : 0;
        }
        return new CpuProfile(samples, owners, frames, checking);
    }

    /** Native methods of the JDK are mostly system calls here. */
    private static String owner(RecordedFrame frame) {
        String type = type(frame);
        return frame.getType().equals("Native")
                ? "native methods"
                : Stream.of("fanout.", "org.apache.hc.", "com.fasterxml.", "jdk.internal.net.http.", "sun.nio.ch.")
                        .filter(type::startsWith)
                        .findFirst()
                        .orElse("the rest of the JDK");
    }

    private static String name(RecordedFrame frame) {
        return type(frame) + "." + frame.getMethod().getName();
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("samples of CPU time: " + samples);
        lines.add(share(checking) + " while an answer was checked, whoever's frame was innermost");
        lines.add("");
        lines.add("by the owner of the innermost frame:");
        sorted(owners).forEach(entry -> lines.add(share(entry.getValue()) + " " + entry.getKey()));
        lines.add("");
        lines.add("innermost frames:");
        sorted(frames).limit(FRAMES).forEach(entry -> lines.add(share(entry.getValue()) + " " + entry.getKey()));
        return lines;
    }

    private static Stream<Map.Entry<String, Long>> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
    }

    private String share(long count) {
        return String.format(Locale.ROOT, "%5.1f %%", 100.0 * count / samples);
    }
}
