package fanout.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.ArmRecord;
import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.Host;
import fanout.record.IterationRecord;
import fanout.record.JvmRecord;
import fanout.record.MachineCheck;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.record.RoundRecord;
import fanout.record.WarmUpRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The folder of a run that never took place: a manifest, and a file for each fork. */
public final class RunFiles {
    private static final ObjectMapper MAPPER = new JsonMapper();

    private final Path folder;
    private final Manifest facts;
    private final List<JvmRecord> jvms = new ArrayList<>();
    private final List<ForkRecord> forks = new ArrayList<>();
    private Host host;
    private Project project;
    private SortedMap<String, String> dependencies;
    private final List<MachineCheck> machine = new ArrayList<>();
    private List<WarmUpRecord> warmUps;
    private List<RoundRecord> rounds;

    /** A run of which little is known. */
    public RunFiles(Path folder, boolean turns) {
        this(folder, facts(turns));
        host("host1");
    }

    /** @param facts all that is known but for JVMs and forks */
    RunFiles(Path folder, Manifest facts) {
        this.folder = folder;
        this.facts = facts;
        this.host = facts.host();
        this.project = facts.project();
        this.dependencies = facts.dependencies();
        this.machine.addAll(facts.machine());
        this.warmUps = facts.warmUps();
        this.rounds = facts.rounds();
    }

    private static Manifest facts(boolean turns) {
        return new Manifest(
                Manifest.SCHEMA,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                turns,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A host of which no more is known than its name. */
    public RunFiles host(String name) {
        return host(new Host(name, null, 0, 0, null, null, null));
    }

    public RunFiles host(Host of) {
        host = of;
        return this;
    }

    /** Adds what was found about the machine. */
    public RunFiles machine(MachineCheck check) {
        machine.add(check);
        return this;
    }

    /** Sets what the run has learned of the warm-up. */
    public RunFiles warmUps(WarmUpRecord... learned) {
        warmUps = List.of(learned);
        return this;
    }

    /** Makes it a run that looked after each round whether it was decided. */
    public RunFiles untilDecided(int complete) {
        rounds = IntStream.rangeClosed(1, complete)
                .mapToObj(round -> new RoundRecord(round, 60.0 * round, null))
                .toList();
        return this;
    }

    public RunFiles jar(String sha256) {
        project = new Project(null, null, false, sha256);
        return this;
    }

    public RunFiles jvm(String label) {
        return jvm(new JvmRecord(label, false, null, null, null, null, 0, null, null, null));
    }

    public RunFiles control(String label) {
        return jvm(new JvmRecord(label, true, null, null, null, null, 0, null, null, null));
    }

    /** A JVM with what else its forks were started with; its label ends in {@code -control} if it is one. */
    public RunFiles arm(String label, String version, ArmRecord arm) {
        boolean control = label.endsWith("-control");
        return jvm(
                new JvmRecord(label, control, version, "Acme", "VM " + version, "", 0, null, "/opt/" + version, arm));
    }

    /** Sets the libraries of Fanout's own benchmarks, {@code group:artifact} to version. */
    public RunFiles dependencies(Map<String, String> versions) {
        dependencies = new TreeMap<>(versions);
        return this;
    }

    RunFiles jvm(JvmRecord jvm) {
        jvms.add(jvm);
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
        return fork(fork(round, label, ForkRecord.OK, nextFile()), entry);
    }

    /** @param fork whose file is {@link #nextFile} */
    RunFiles fork(ForkRecord fork, Entry entry) {
        Entry.write(folder.resolve(fork.file()), entry);
        forks.add(fork);
        return this;
    }

    /** By number: a label may hold what no file name can. */
    String nextFile() {
        return FileNames.fork(forks.size() + 1);
    }

    /** Writes a file next to the JSON of the last fork, such as {@code 0001.hlog}. */
    RunFiles sibling(String extension, String content) {
        String json = forks.get(forks.size() - 1).file();
        Entry.write(folder.resolve(FileNames.withExtension(json, extension)), content);
        return this;
    }

    /** Writes the iterations of the last fork. */
    public RunFiles iterations(List<IterationRecord> iterations) {
        return iterations(new String(IterationRecord.toJson(iterations), StandardCharsets.UTF_8));
    }

    /** Writes the file of the iterations of the last fork, which need not be one. */
    public RunFiles iterations(String content) {
        return sibling(FileNames.ITERATIONS, content);
    }

    public RunFiles failed(int round, String label) {
        return failed(fork(round, label, "died", null));
    }

    RunFiles failed(ForkRecord fork) {
        forks.add(fork);
        return this;
    }

    private static ForkRecord fork(int round, String label, String status, String file) {
        return new ForkRecord(round, label, null, null, null, 0, null, null, null, null, null, status, file, null);
    }

    /** Sets a field of all forks that there are by now. */
    public RunFiles eachFork(String field, Object value) {
        forks.replaceAll(fork -> {
            ObjectNode json = MAPPER.valueToTree(fork);
            if (!json.has(field)
                    && !List.of("seconds", "loadAverage", "steal", "rulerMillis")
                            .contains(field)) {
                throw new IllegalArgumentException("a fork has no " + field);
            }
            json.set(field, MAPPER.valueToTree(value));
            return MAPPER.convertValue(json, ForkRecord.class);
        });
        return this;
    }

    /** The folder, with its manifest. */
    public Path write() {
        Manifest manifest = new Manifest(
                facts.schema(),
                facts.command(),
                facts.seed(),
                project,
                dependencies,
                host,
                jvms,
                facts.order(),
                facts.turns(),
                facts.server(),
                facts.settings(),
                facts.leftOut(),
                machine,
                warmUps,
                rounds,
                forks);
        Entry.write(folder.resolve(FileNames.MANIFEST), new String(manifest.toJson(), StandardCharsets.UTF_8));
        return folder;
    }
}
