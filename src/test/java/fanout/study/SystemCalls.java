package fanout.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * System calls a request, as {@code strace} counts them. It slows the process, so their times mean nothing.
 *
 * @param aRequest by name, the most frequent first
 */
record SystemCalls(Map<String, Double> aRequest) {
    static final String HEADER = "systemCalls,ofWhich";

    private static final int SECONDS = 5;

    /** @param lines of a process that prints after each batch how many requests it has sent since its start */
    static SystemCalls count(long process, BufferedReader lines) throws IOException, InterruptedException {
        Path counts = Files.createTempFile("fanout-strace-", ".txt");
        try {
            Process strace = new ProcessBuilder(
                            "timeout", SECONDS + "s", "strace", "-f", "-c", "-o", counts.toString(), "-p", "" + process)
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = strace.inputReader(StandardCharsets.UTF_8);
            said.readLine(); // it is attached
            long before = last(lines);
            strace.waitFor();
            long requests = last(lines) - before;
            return parse(Files.readAllLines(counts), requests);
        } finally {
            Files.delete(counts);
        }
    }

    /** The last line that is there now. */
    private static long last(BufferedReader lines) throws IOException {
        String last = lines.readLine();
        while (lines.ready()) {
            last = lines.readLine();
        }
        return Long.parseLong(last);
    }

    /** Of lines like {@code 98.44 0.204 20 10021 12 futex}, where the column of errors may be empty. */
    static SystemCalls parse(List<String> lines, long requests) {
        Map<String, Double> calls = new LinkedHashMap<>();
        lines.stream()
                .map(line -> line.strip().split(" +"))
                .filter(fields -> fields.length >= 5 && fields[3].matches("[0-9]+"))
                .filter(fields -> !fields[fields.length - 1].equals("total"))
                .sorted((a, b) -> Long.compare(Long.parseLong(b[3]), Long.parseLong(a[3])))
                .forEach(fields -> calls.put(fields[fields.length - 1], Double.parseDouble(fields[3]) / requests));
        return new SystemCalls(calls);
    }

    String row() {
        double all = aRequest.values().stream().mapToDouble(Double::doubleValue).sum();
        return String.format(Locale.ROOT, "%.2f,%s", all, ofWhich());
    }

    private String ofWhich() {
        return aRequest.entrySet().stream()
                .filter(call -> call.getValue() >= 0.01)
                .map(call -> String.format(Locale.ROOT, "%s %.2f", call.getKey(), call.getValue()))
                .collect(Collectors.joining("; "));
    }
}
