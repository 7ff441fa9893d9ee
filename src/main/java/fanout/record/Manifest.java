package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The record of a run: {@code manifest.json}. Neither the user's name nor the home directory appears in it.
 *
 * @param schema {@value #SCHEMA}; null where the file has none
 * @param command the command line
 * @param seed of all shuffling; null where unknown
 * @param project what was run
 * @param dependencies the libraries in the jar, each with its version
 * @param host the machine
 * @param jvms in the order of the command line; the first is the baseline
 * @param order how the forks followed each other
 * @param turns whether the forks of a round took turns, so that a comparison pairs them round by round
 * @param server which server Fanout's own benchmarks are measured against; null where none is measured, and in the
 *     manifests of earlier versions
 * @param settings all other settings, which {@code --resume} alone understands; null where the file has none
 * @param leftOut what could not be measured, and why, in one line each
 * @param machine what was found about the machine when the run began, and each time it went on; earlier versions did
 *     not look
 * @param warmUps what was learned of the warm-up, benchmark by benchmark; null where nothing is
 * @param rounds the complete rounds of a run that goes on until it is decided; null for other runs
 * @param forks one record for each fork, failed ones too, in the order in which they ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        String schema,
        String command,
        Long seed,
        Project project,
        SortedMap<String, String> dependencies,
        Host host,
        List<JvmRecord> jvms,
        String order,
        boolean turns,
        ServerRecord server,
        JsonNode settings,
        List<String> leftOut,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MachineCheck> machine,
        List<WarmUpRecord> warmUps,
        List<RoundRecord> rounds,
        List<ForkRecord> forks) {
    public static final String SCHEMA = "fanout-run/1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public Manifest {
        command = Absent.orEmpty(command);
        project = project == null ? Project.UNKNOWN : project;
        dependencies = dependencies == null ? new TreeMap<>() : new TreeMap<>(dependencies);
        dependencies = Collections.unmodifiableSortedMap(dependencies);
        host = host == null ? Host.UNKNOWN : host;
        jvms = jvms == null ? List.of() : List.copyOf(jvms);
        order = Absent.orEmpty(order);
        settings = settings == null || settings.isNull() ? null : settings;
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        machine = machine == null ? List.of() : List.copyOf(machine);
        warmUps = warmUps == null ? null : List.copyOf(warmUps);
        rounds = rounds == null ? null : List.copyOf(rounds);
        forks = forks == null ? List.of() : List.copyOf(forks);
    }

    /**
     * Reads a manifest of any schema.
     *
     * @throws IOException if it is not a manifest; the message says why in one line, without the file's name
     */
    public static Manifest read(byte[] json) throws IOException {
        try {
            Manifest read = MAPPER.readValue(json, Manifest.class);
            return read == null ? MAPPER.readValue("{}", Manifest.class) : read;
        } catch (JsonProcessingException e) {
            throw new IOException("is not a run's manifest: " + JsonProblem.of(e), e);
        }
    }

    /** Whether it is a run to try things out, of iterations that are shorter than the benchmarks' own. */
    @JsonIgnore
    public boolean isQuick() {
        return settings != null && !settings.path("shorter").isEmpty();
    }

    /**
     * What the run is judged by, as far as its command line said so.
     *
     * @throws IllegalArgumentException if it is not what this version writes
     */
    @JsonIgnore
    public JudgingRecord judging() {
        return JudgingRecord.of(settings);
    }

    /** What the ruler showed, in ms, over all forks that say a time: the machine's own speed. */
    public DoubleSummaryStatistics rulers() {
        return forks.stream()
                .map(ForkRecord::rulerMillis)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .filter(millis -> millis > 0)
                .summaryStatistics();
    }

    /** What was learned of the warm-up of this benchmark, if anything. */
    public Optional<WarmUpRecord> warmUp(String benchmark, String mode, Map<String, String> params) {
        return warmUps == null
                ? Optional.empty()
                : warmUps.stream()
                        .filter(each -> each.benchmark().equals(benchmark)
                                && each.mode().equals(mode)
                                && each.params().equals(params))
                        .findFirst();
    }

    /** The content of the file. */
    public byte[] toJson() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers, strings and JSON only", e);
        }
    }

    /** The same manifest with more forks. */
    public Manifest with(List<ForkRecord> more) {
        return with(machine, warmUps, rounds, longer(forks, more));
    }

    /** The same manifest with these warm-ups. */
    public Manifest withWarmUps(List<WarmUpRecord> learned) {
        return with(machine, learned, rounds, forks);
    }

    /** The same manifest with one more round. */
    public Manifest with(RoundRecord round) {
        return with(machine, warmUps, longer(rounds == null ? List.of() : rounds, List.of(round)), forks);
    }

    /** The same manifest with one more check of the machine. */
    public Manifest with(MachineCheck check) {
        return with(longer(machine, List.of(check)), warmUps, rounds, forks);
    }

    private static <T> List<T> longer(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }

    private Manifest with(
            List<MachineCheck> checks, List<WarmUpRecord> learned, List<RoundRecord> complete, List<ForkRecord> all) {
        return new Manifest(
                schema,
                command,
                seed,
                project,
                dependencies,
                host,
                jvms,
                order,
                turns,
                server,
                settings,
                leftOut,
                checks,
                learned,
                complete,
                all);
    }
}
