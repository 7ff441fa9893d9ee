package fanout.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Java file of this project.
 *
 * @param path where it lies, from the project's folder
 */
public record SourceFile(Path path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** Comments, text blocks, strings, characters. */
    private static final Pattern NO_CODE = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'");

    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Those of the program, in the order of their paths. */
    public static Stream<SourceFile> main() {
        return below(Path.of("src/main/java"));
    }

    /** All below this folder, in the order of their paths. */
    public static Stream<SourceFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    public String packageName() {
        return PACKAGE.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /** The type that it is named after. */
    public String type() {
        return path.getFileName().toString().replace(".java", "");
    }

    /** Each word of its code: no comment, no string, no import. */
    public Set<String> words() {
        String code = IMPORT.matcher(NO_CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
        return WORD.matcher(code).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
