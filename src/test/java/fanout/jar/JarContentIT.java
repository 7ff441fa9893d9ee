package fanout.jar;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.Jar;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What target/benchmarks.jar carries. */
class JarContentIT {
    private static final String ONLY_TESTS_HAVE = "/jackson-dataformat-yaml";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(Jar.FILE.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void theJarHasEveryProviderOfEveryService() throws IOException {
        List<String> services = names().stream()
                .filter(name -> name.matches("META-INF/services/[^/]+"))
                .toList();

        assertThat(services).contains("META-INF/services/org.xnio.XnioProvider");
        for (String service : services) {
            for (URL source : Collections.list(getClass().getClassLoader().getResources(service))) {
                if (!source.toString().contains(ONLY_TESTS_HAVE)) {
                    assertThat(text(service)).contains(providers(source));
                }
            }
        }
    }

    @Test
    void theJarHasTheSchemaOfTheComparison() throws IOException {
        assertThat(text("fanout/compare/comparison.schema.json")).contains("urn:fanout:comparison:1");
    }

    @Test
    void noSignatureOfADependencyIsLeft() {
        assertThat(names()).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
    }

    @Test
    void multiReleaseClassesArePresentAndEnabled() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue(Attributes.Name.MULTI_RELEASE)).isEqualTo("true");
        assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("fanout.Main");
        // jboss-threads has its code for newer JVMs there.
        assertThat(names()).anyMatch(name -> name.matches("META-INF/versions/\\d+/org/jboss/threads/.*\\.class"));
        assertThat(names()).noneMatch(name -> name.endsWith("module-info.class"));
    }

    @Test
    void licencesOfAllArtifactsAreKeptApart() throws IOException {
        assertThat(text("META-INF/LICENSE")).contains("Apache License").doesNotContain("GNU GENERAL PUBLIC");
        assertThat(names())
                .anyMatch(name -> name.matches("META-INF/licenses/httpclient5-[^/]*/NOTICE"))
                .anyMatch(name -> name.matches("META-INF/licenses/httpcore5-\\d[^/]*/NOTICE"))
                .anyMatch(name -> name.matches("META-INF/licenses/jackson-core-[^/]*/NOTICE"))
                .anyMatch(name -> name.matches("META-INF/licenses/jmh-core-[^/]*/LICENSE"))
                .contains("META-INF/licenses/jopt-simple/LICENSE.txt");
    }

    @Test
    void everyArtifactIsListedWithItsVersionAndLicence() throws IOException {
        List<String> listed = text("META-INF/THIRD-PARTY.txt").lines().toList();
        List<String> carried = names().stream()
                .filter(name -> name.matches("META-INF/maven/.*/pom.properties"))
                .filter(name -> !name.contains("/fanout/"))
                .toList();

        assertThat(carried).hasSizeGreaterThan(15).allSatisfy(name -> {
            String[] path = name.split("/");
            String artifact = path[2] + ":" + path[3] + ":";
            assertThat(listed)
                    .filteredOn(line -> line.contains("(" + artifact))
                    .singleElement()
                    .asString()
                    .matches("\\s*\\(.*(Apache|MIT|GPL|BSD).*\\) .*" + artifact + "\\d.*");
        });
    }

    @Test
    void timesOfEntriesDontDependOnTheBuild() {
        List<ZipEntry> ours = jar.stream()
                .map(ZipEntry.class::cast)
                .filter(entry ->
                        entry.getName().startsWith("fanout/") || entry.getName().startsWith("META-INF/lic"))
                .toList();

        assertThat(ours).isNotEmpty();
        assertThat(ours.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
    }

    private static List<String> providers(URL service) throws IOException {
        try (InputStream stream = service.openStream()) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .toList();
        }
    }

    private List<String> names() {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private String text(String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
}
