package fanout.cli;

import fanout.record.FileNames;
import fanout.record.ForkRecord;
import fanout.record.Host;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.record.MissingChecksums;
import fanout.record.RunFolderReader;
import fanout.results.RunFolderResults;
import fanout.study.DefaultRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a run that somebody else measured and wants to have in {@code results/machines}. It is a stranger's:
 * nothing of it is read before its files are known to be few, small and its own, and nothing is published of it that a
 * run does not write.
 */
record ContributedFolder(Path folder) {
    /** Where they are. */
    static final Path ALL = Path.of("results", "machines");

    private static final long LARGEST_BYTES = 5_000_000;
    private static final Pattern FILES = Pattern.compile(
            "manifest\\.json|comparison\\.json" + "|forks/\\d{4}(-\\d+)?(\\.json|\\.hlog|\\.turns\\.json)");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-zA-Z0-9._-]{0,80}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,:;()@/+_~-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern HOME =
            Pattern.compile("(/home|/Users|/root)\\b[^\"\\s,;:]*|[A-Z]:\\\\+Users[^\"\\s]*");

    /** All folders that there are. */
    static List<Path> all() throws IOException {
        if (!Files.isDirectory(ALL)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().toList();
        }
    }

    /** What is wrong with it, in one line each that names the file and what would be right; empty if nothing is. */
    List<String> problems() throws IOException {
        List<String> problems = files();
        if (problems.isEmpty()) {
            problems.addAll(content());
        }
        return problems;
    }

    /** What is wrong with its files, whatever is in them. */
    List<String> files() throws IOException {
        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(folder.getFileName().toString()).matches()) {
            problems.add(folder + ": its name must have letters, digits, dots and dashes only, and begin with a small"
                    + " letter or a digit");
        }
        long bytes = 0;
        for (Path file : inside()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (Files.isSymbolicLink(file)) {
                problems.add(file + ": is a symbolic link, must be a file of its own");
            } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                bytes += Files.size(file);
                if (!FILES.matcher(name).matches()) {
                    problems.add(file + ": does not belong here; copy manifest.json, comparison.json, and of forks/ the"
                            + " .json and .hlog files only");
                }
            } else if (!name.isEmpty() && !name.equals(FileNames.FORKS)) {
                problems.add(file + ": must not be here, forks/ is the only folder of a run");
            }
        }
        if (bytes > LARGEST_BYTES) {
            problems.add(folder + ": has " + bytes + " bytes, must have " + LARGEST_BYTES + " at most");
        }
        return problems;
    }

    /** Links are not followed. */
    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private List<String> content() {
        try {
            List<String> problems = new ArrayList<>();
            DefaultRun run = DefaultRun.read(folder);
            RunFolderResults.open(new RunFolderReader(folder)).run(); // all files can be parsed
            Manifest manifest = run.manifest();
            run.problem().ifPresent(problem -> problems.add(folder + ": " + problem));
            MissingChecksums.of(manifest, folder.toString()).ifPresent(problems::add);
            unknownFiles(manifest, problems);
            if (manifest.project().dirty()
                    || !COMMIT.matcher(manifest.project().commit()).matches()) {
                problems.add(
                        inManifest("project: must be built from a commit, without changes that are not committed"));
            }
            words(manifest, problems);
            privacy(problems);
            comparison(problems);
            return problems;
        } catch (Exception e) { // whatever a stranger's file makes a reader throw is its fault
            return List.of(folder + ": can't be read: " + e.getMessage());
        }
    }

    private void unknownFiles(Manifest manifest, List<String> problems) throws IOException {
        Set<String> known = new HashSet<>(Set.of("manifest.json", "comparison.json"));
        manifest.forks().stream()
                .map(ForkRecord::sha256)
                .filter(names -> names != null)
                .forEach(names -> known.addAll(names.keySet()));
        for (Path file : inside()) {
            if (Files.isRegularFile(file)
                    && !known.contains(folder.relativize(file).toString().replace('\\', '/'))) {
                problems.add(file + ": the manifest has no SHA-256 of it, so it is none of this run's");
            }
        }
    }

    /** Names end up in a page and in a table of Markdown. */
    private void words(Manifest manifest, List<String> problems) {
        Host host = manifest.host();
        Stream<String> jvms = manifest.jvms().stream()
                .flatMap(jvm -> Stream.of(jvm.label(), jvm.version(), jvm.vendor(), jvm.vm(), jvm.gc(), jvm.home()));
        Stream.of(Stream.of(host.name(), host.cpu(), host.kernel(), host.os(), host.hypervisor()), jvms)
                .flatMap(each -> each)
                .filter(word -> !PLAIN.matcher(word).matches())
                .findFirst()
                .ifPresent(word -> problems.add(inManifest("\"" + word.replaceAll("\\p{Cntrl}", "?")
                        + "\": must have letters, digits, blanks and .,:;()@/+_~- only")));
        if (host.cpu().isEmpty() || host.cores() < 1) {
            problems.add(inManifest("host: must have the model of the CPU and the number of cores"));
        }
        Optional<String> noJdk = manifest.jvms().stream()
                .map(JvmRecord::version)
                .filter(String::isEmpty)
                .findFirst();
        noJdk.ifPresent(none -> problems.add(inManifest("jvms: each must have its version")));
    }

    private void privacy(List<String> problems) throws IOException {
        for (Path file : inside()) {
            if (!Files.isRegularFile(file)) {
                continue;
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher home = HOME.matcher(text);
            if (home.find()) {
                problems.add(file + ": names " + home.group() + ", must have no home directory in it");
            }
            if (text.contains("<")
                    && !file.endsWith(FileNames.COMPARISON_JSON)
                    && file.toString().endsWith(".json")) {
                problems.add(file + ": has a < in it, as HTML has and no run");
            }
        }
    }

    private void comparison(List<String> problems) throws IOException {
        Path file = folder.resolve(FileNames.COMPARISON_JSON);
        if (!Files.exists(file)) {
            problems.add(file + ": is missing, as `run` writes it, or `compare --format json --fail-on never`");
            return;
        }
        if (!withoutVersion(Files.readString(file)).equals(withoutVersion(compared()))) {
            problems.add(file + ": is not what `compare --format json --fail-on never` says of the folder");
        }
    }

    /** What {@code compare} says of it, by what a run compares. */
    String compared() throws IOException {
        boolean several = Manifest.read(Files.readAllBytes(folder.resolve(FileNames.MANIFEST)))
                        .jvms()
                        .size()
                > 1;
        return CommandLineSession.compare(
                        "--by",
                        several ? "jvm" : "strategy",
                        "--format",
                        "json",
                        "--fail-on",
                        "never",
                        folder.toString())
                .out();
    }

    private static String withoutVersion(String json) {
        return json.replaceFirst("(\"name\" : \"fanout\",\\s+\"version\" : )\"[^\"]*\"", "$1\"\"");
    }

    private String inManifest(String problem) {
        return folder.resolve(FileNames.MANIFEST) + ": " + problem;
    }
}
