package fanout.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The folder of a run that never took place: a manifest, and a file for each fork. */
public final class RunFiles {
    /** {@code Map.of} has another order in each JVM. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path folder;
    private final ObjectNode manifest = MAPPER.createObjectNode();
    private final ArrayNode jvms;
    private final ArrayNode forks;

    public RunFiles(Path folder, boolean turns) {
        this.folder = folder;
        manifest.put("schema", "fanout-run/1").put("turns", turns);
        manifest.putObject("host").put("name", "host1");
        jvms = manifest.putArray("jvms");
        forks = manifest.putArray("forks");
    }

    public RunFiles host(String name) {
        ((ObjectNode) manifest.get("host")).put("name", name);
        return this;
    }

    public RunFiles jar(String sha256) {
        manifest.putObject("project").put("jarSha256", sha256);
        return this;
    }

    /** Sets a field of the manifest, or replaces it. */
    public RunFiles with(String field, Object value) {
        manifest.set(field, MAPPER.valueToTree(value));
        return this;
    }

    public RunFiles jvm(String label) {
        return jvm(label, Map.of());
    }

    /** @param facts further fields of its entry */
    public RunFiles jvm(String label, Map<String, ?> facts) {
        set(jvms.addObject().put("label", label), facts);
        return this;
    }

    public RunFiles control(String label) {
        jvms.addObject().put("label", label).put("control", true);
        return this;
    }

    /** One fork a round from 1 on, in the order given. */
    public RunFiles forks(String label, String benchmark, double[]... iterations) {
        for (int round = 1; round <= iterations.length; round++) {
            fork(round, label, new Entry(benchmark, iterations[round - 1]));
        }
        return this;
    }

    public RunFiles fork(int round, String label, Entry entry) {
        return fork(round, label, entry, Map.of());
    }

    /** @param facts further fields of its entry in the manifest */
    public RunFiles fork(int round, String label, Entry entry, Map<String, ?> facts) {
        String file = file(forks.size() + 1, ".json");
        Entry.write(folder.resolve(file), entry);
        set(forks.addObject().put("round", round).put("label", label), facts)
                .put("status", "ok")
                .put("file", file);
        return this;
    }

    /** Writes a file beside the JSON of the last fork, such as {@code 0001.hlog}. */
    public RunFiles beside(String extension, String content) {
        Entry.write(folder.resolve(file(forks.size(), extension)), content);
        return this;
    }

    /** By number: a label may hold what no file name can. */
    private static String file(int number, String extension) {
        return String.format(Locale.ROOT, "forks/%04d%s", number, extension);
    }

    public RunFiles failed(int round, String label) {
        return failed(round, label, Map.of("status", "died"));
    }

    /** @param facts further fields of its entry, the status among them */
    public RunFiles failed(int round, String label, Map<String, ?> facts) {
        set(forks.addObject().put("round", round).put("label", label), facts);
        return this;
    }

    private static ObjectNode set(ObjectNode node, Map<String, ?> fields) {
        ObjectNode sorted = MAPPER.valueToTree(fields);
        return node.setAll(sorted);
    }

    /** Sets a field of all forks that there are by now. */
    public RunFiles eachFork(String field, Object value) {
        forks.forEach(fork -> ((ObjectNode) fork).set(field, MAPPER.valueToTree(value)));
        return this;
    }

    /** The folder, with its manifest. */
    public Path write() {
        Entry.write(folder.resolve("manifest.json"), manifest.toPrettyString());
        return folder;
    }
}
