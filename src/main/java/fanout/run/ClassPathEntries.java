package fanout.run;

import fanout.record.ClassPathEntry;
import fanout.record.Sha256;
import fanout.selection.ClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Describes the jars and folders of a class path for the manifest. */
final class ClassPathEntries {
    private static final Pattern COORDINATES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private ClassPathEntries() {}

    /**
     * One record for each entry, in order. The folders that they lie in are not part of it.
     *
     * @throws IllegalArgumentException if one can't be read; the message is one line that names it
     */
    static List<ClassPathEntry> of(ClassPath classPath) {
        Privacy privacy = Privacy.ofThisUser();
        List<ClassPathEntry> entries = new ArrayList<>();
        for (Path path : classPath.entries()) {
            String name = privacy.hide(path.getFileName().toString());
            try {
                entries.add(
                        Files.isDirectory(path)
                                ? new ClassPathEntry(name, folderSha256(path), List.of())
                                : new ClassPathEntry(name, fileSha256(path), libraries(path)));
            } catch (IOException | UncheckedIOException e) {
                throw new IllegalArgumentException(path + " can't be read (" + e.getMessage() + ")", e);
            }
        }
        return entries;
    }

    private static String fileSha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        update(digest, file);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String folderSha256(Path folder) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                update(digest, file);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
    }

    /** The Maven coordinates of a jar, and of all that was put into it, in alphabetical order. */
    private static List<String> libraries(Path jar) throws IOException {
        List<String> libraries = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (COORDINATES.matcher(entry.getName()).matches()) {
                    Properties pom = new Properties();
                    try (InputStream in = zip.getInputStream(entry)) {
                        pom.load(in);
                    }
                    libraries.add(pom.getProperty("groupId") + ":" + pom.getProperty("artifactId") + ":"
                            + pom.getProperty("version"));
                }
            }
        }
        return libraries.stream().distinct().sorted().toList();
    }
}
