package fanout.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The result of a fork as bytes: JMH's own objects, in the form in which JMH sends them from a fork to its parent. The
 * fields of their classes are the same from JMH {@value ForkHost#OLDEST_JMH} on.
 */
public final class PackedResult {
    private static final String JMH = "org.openjdk.jmh.";
    private static final String OURS = "fanout.benchmark.";

    /** The file may come from anybody: few bytes can ask for much memory, a deep stack, or hours of hashing. */
    private static final String LIMITS = "maxdepth=24;maxrefs=2000000;maxarray=1000000;maxbytes=50000000;";

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            LIMITS + JMH + "**;" + OURS + "*;org.HdrHistogram.*;java.lang.*;java.util.*;java.util.concurrent.*;!*");

    private PackedResult() {}

    /** Packs a result. A secondary result whose class only its suite has becomes a number. */
    public static byte[] pack(BenchmarkResult fork) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(portable(fork));
        }
        return bytes.toByteArray();
    }

    /** @throws IOException if these bytes are not what {@link #pack} makes */
    public static BenchmarkResult unpack(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new OfAnyJmh(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            in.setObjectInputFilter(KNOWN);
            return (BenchmarkResult) in.readObject();
        } catch (IOException e) { // that of a stream which ends early has no message
            throw e.getMessage() == null ? new IOException("is cut off, or damaged", e) : e;
        } catch (ClassNotFoundException | RuntimeException e) { // what the objects of a damaged file do is unknown
            throw new IOException("holds something else than a JMH result", e);
        }
    }

    private static BenchmarkResult portable(BenchmarkResult fork) {
        List<IterationResult> iterations = new ArrayList<>();
        for (IterationResult iteration : fork.getIterationResults()) {
            IterationResult copy =
                    new IterationResult(iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
            copy.addResults(iteration.getRawPrimaryResults());
            iteration.getRawSecondaryResults().values().forEach(result -> copy.addResult(portable(result)));
            iterations.add(copy);
        }
        BenchmarkResult copy = new BenchmarkResult(fork.getParams(), iterations, fork.getMetadata());
        fork.getBenchmarkResults().values().forEach(result -> copy.addBenchmarkResult(portable(result)));
        return copy;
    }

    private static Result<?> portable(Result<?> result) {
        String type = result.getClass().getName();
        return type.startsWith(JMH) || type.startsWith(OURS)
                ? result
                : new ScalarResult(result.getLabel(), result.getScore(), result.getScoreUnit(), AggregationPolicy.AVG);
    }

    /**
     * Some of JMH's classes have no version of their own, so that any change of their methods makes them another class
     * for the JVM. Those with the same fields hold the same.
     */
    private static final class OfAnyJmh extends ObjectInputStream {
        OfAnyJmh(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass sent = super.readClassDescriptor();
            if (!sent.getName().startsWith(JMH)) {
                return sent;
            }
            ObjectStreamClass own =
                    ObjectStreamClass.lookup(Class.forName(sent.getName(), false, PackedResult.class.getClassLoader()));
            return own != null && fields(own).equals(fields(sent)) ? own : sent;
        }

        private static String fields(ObjectStreamClass type) {
            return Arrays.toString(type.getFields());
        }
    }
}
