package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each link of a document to a file of the project, or to a heading in one, leads somewhere. */
class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "results/README.md",
                "results/machines.md",
                "results/validation/history.md",
                ".github/CONTRIBUTING.md"
            })
    void everyLinkLeadsToAFileAndAHeading(String document) throws IOException {
        Path from = Path.of(document);
        List<String> broken = new ArrayList<>();
        List<MatchResult> links = LINK.matcher(Files.readString(from)).results().toList();
        for (MatchResult link : links) {
            Path to = link.group(1).isEmpty()
                    ? from
                    : from.resolveSibling(link.group(1)).normalize();
            if (!Files.exists(to) || link.group(2) != null && !headings(to).contains(link.group(2))) {
                broken.add(link.group());
            }
        }
        assertThat(links).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    /** The anchors that GitHub gives the headings. */
    private static List<String> headings(Path document) throws IOException {
        return Files.readString(document)
                .replaceAll("(?s)```.*?```", "")
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
