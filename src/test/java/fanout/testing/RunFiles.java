package fanout.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;

/** The folder of a run that never took place: a manifest, and a file for each fork. */
public final class RunFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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

    public RunFiles jvm(String label) {
        jvms.addObject().put("label", label);
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
        String file = String.format(Locale.ROOT, "forks/%04d.json", forks.size() + 1);
        Entry.write(folder.resolve(file), entry);
        forks.addObject()
                .put("round", round)
                .put("label", label)
                .put("status", "ok")
                .put("file", file);
        return this;
    }

    public RunFiles failed(int round, String label) {
        forks.addObject().put("round", round).put("label", label).put("status", "died");
        return this;
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
