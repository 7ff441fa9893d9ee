package fanout.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads JMH's JSON results of all versions and modes. Only one benchmark at a time is in memory as a tree, never the
 * whole file.
 *
 * <p>Source: {@code org.openjdk.jmh.results.format.JSONResultFormat}.
 *
 * <p>Tested by {@code fanout.results.ReadsEveryJmhJsonTest}, {@code fanout.results.RealJmhTest}
 * and {@code fanout.cli.BrokenInputTest}.
 */
public final class JmhJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER) // most of a result file is numbers
                    .build())
            .build();
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /** The part of the parser's message after the problem: the tokens it expected, or where a bracket was opened. */
    private static final Pattern HINT =
            Pattern.compile("\\R|: (?:was expecting|expected|only regular)| \\(start marker");

    private JmhJson() {}

    /**
     * Reads the benchmarks of one file, in the file's order.
     *
     * @param source the name for messages
     * @throws UnreadableResultsException if it is not JMH JSON, or has no benchmark
     * @throws IOException if the stream can't be read
     */
    public static List<BenchmarkSamples> read(InputStream json, String source)
            throws IOException, UnreadableResultsException {
        List<BenchmarkSamples> benchmarks = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(unpacked(json, source))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new UnreadableResultsException(source, "is empty; JMH JSON is an array of benchmarks");
            }
            if (first != JsonToken.START_ARRAY) {
                throw new UnreadableResultsException(source, "is not JMH JSON, which is an array of benchmarks");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode benchmark = MAPPER.readTree(parser);
                benchmarks.add(new JmhEntry(benchmark, source + ": entry " + (benchmarks.size() + 1)).read());
            }
            if (parser.nextToken() != null) {
                throw new UnreadableResultsException(source, "has more after its end at " + place(parser));
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableResultsException(source, "is not JSON, or cut off: " + describe(e));
        }
        if (benchmarks.isEmpty()) {
            throw new UnreadableResultsException(source, "has no benchmark in it");
        }
        return benchmarks;
    }

    /** The same stream, rewound to its beginning. */
    private static InputStream unpacked(InputStream json, String source)
            throws IOException, UnreadableResultsException {
        InputStream again = new BufferedInputStream(json);
        again.mark(2);
        if (again.read() == GZIP_FIRST && again.read() == GZIP_SECOND) {
            throw new UnreadableResultsException(source, "is compressed; unpack it first");
        }
        again.reset();
        return again;
    }

    private static String place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String describe(JsonProcessingException e) {
        String problem = HINT.split(e.getOriginalMessage(), 2)[0];
        return e.getLocation() == null
                ? problem
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": " + problem;
    }
}
