package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.host.ForkHost;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostJarTest {
    @TempDir
    Path folder;

    @Test
    void itHasThePackageOfTheHostAndNothingElse() throws Exception {
        Path jar = folder.resolve("host.jar");

        HostJar.write(jar);

        try (JarFile content = new JarFile(jar.toFile())) {
            assertThat(content.stream().map(ZipEntry::getName))
                    .contains("fanout/host/ForkHost.class", "fanout/host/TurnProfiler.class")
                    .allMatch(name -> name.matches("fanout/host/[\\w$-]+\\.class"));
        }
    }

    /** Its bytes are those of this build. */
    @Test
    void itsClassesAreThoseOfThisProgram() throws IOException {
        Path jar = folder.resolve("host.jar");
        HostJar.write(jar);
        String name = ForkHost.class.getName().replace('.', '/') + ".class";

        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                var written = loader.getResourceAsStream(name);
                var own = ForkHost.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(written).hasSameContentAs(own);
        }
    }
}
