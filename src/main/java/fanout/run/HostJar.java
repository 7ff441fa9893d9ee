package fanout.run;

import fanout.host.ForkHost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The jar that the class path of a suite gets in addition: {@code fanout.host}, and nothing else.
 */
final class HostJar {
    private static final String PACKAGE = ForkHost.class.getPackageName().replace('.', '/');

    private HostJar() {}

    /** Writes it, from the classes of this program. */
    static void write(Path jar) throws IOException {
        Path program = ThisBuild.origin();
        if (Files.isDirectory(program)) {
            write(jar, program);
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + program.toUri()), Map.of())) {
            write(jar, zip.getPath("/"));
        }
    }

    private static void write(Path jar, Path root) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> classes = Files.list(root.resolve(PACKAGE))) {
            for (Path file : classes.sorted().toList()) {
                out.putNextEntry(new ZipEntry(PACKAGE + "/" + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
