package fanout.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fanout.run.ArmSettings;
import fanout.run.InstalledJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the value of {@code --arm} is read; the JDKs here are fake. */
class ArmFlagTest {
    @TempDir
    Path folder;

    private Path home;
    private InstalledJdks jdks;

    @BeforeEach
    void aJdk() throws IOException {
        home = jdk("jdk 17");
        jdks = new InstalledJdks(Map.of(), List.of(), home);
    }

    private Path jdk(String name) throws IOException {
        Path jdk = Files.createDirectories(folder.resolve(name));
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        assertThat(Files.createFile(java).toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        return jdk;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            17                                    | 17 |
            17 -XX:+UseZGC                        | 17 | -XX:+UseZGC
            a=17                                  | a  |
            a=17 -Xmx1g -Da=b                     | a  | -Xmx1g,-Da=b
            a=17   -Xmx1g    -ea                  | a  | -Xmx1g,-ea
            a=17 "-Da=b c"                        | a  | -Da=b c
            a=17 -Da="b c"                        | a  | -Da=b c
            a=17 --add-opens java.base/java.io=x  | a  | --add-opens,java.base/java.io=x
            a=17 --add-opens=java.base/java.io=x  | a  | --add-opens=java.base/java.io=x
            a=17 -p mods --add-modules b -ea      | a  | -p,mods,--add-modules,b,-ea
            a=17 @options.txt                     | a  | @options.txt
            a-b.c_d+1=17                          | a-b.c_d+1 |
            """)
    void whatStandsBehindTheJdkIsAnOption(String value, String label, String options) throws UsageException {
        ArmSettings arm = parse(value);

        assertThat(arm.label()).isEqualTo(label);
        assertThat(arm.home()).isEqualTo(home.toString());
        assertThat(arm.options()).isEqualTo(options == null ? List.of() : List.of(options.split(",")));
        assertThat(arm.classPath()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a=17 -cp a.jar                            | a.jar          |
            a=17 -cp a:b                              | a,b            |
            a=17 -classpath a:b/*                     | a,b/*          |
            a=17 --class-path a -ea                   | a              | -ea
            a=17 --class-path=a:b -ea                 | a,b            | -ea
            a=17 -Xmx1g -cp "with blanks/a.jar:b" -ea | with blanks/a.jar,b | -Xmx1g,-ea
            a=17 -cp a -cp b                          | b              |
            """)
    void theClassPathIsNoOption(String value, String classPath, String options) throws UsageException {
        ArmSettings arm = parse(value);

        assertThat(arm.classPath()).isEqualTo(List.of(classPath.split(",")));
        assertThat(arm.options()).isEqualTo(options == null ? List.of() : List.of(options.split(",")));
    }

    /** Whatever an option holds, quotation marks keep it together. */
    @Test
    void aQuotedOptionArrivesAsItIs() throws UsageException {
        String letters = "ab =:*/\\'$%-@,";
        Random random = new Random(13);
        for (int i = 0; i < 200; i++) {
            StringBuilder option = new StringBuilder("-D");
            random.ints(random.nextInt(1, 12), 0, letters.length()).forEach(at -> option.append(letters.charAt(at)));

            assertThat(parse("a=17 -ea \"" + option + "\" -esa").options())
                    .containsExactly("-ea", option.toString(), "-esa");
        }
    }

    @Test
    void aJdkMayBeAFolder() throws IOException, UsageException {
        assertThat(parse("a=" + home).home()).isEqualTo(home.toString());
        assertThat(parse("a=\"" + home + "\" -ea")).isEqualTo(arm(home, "-ea"));
        Path other = jdk("other");
        assertThat(parse("a=" + other + " -ea")).isEqualTo(arm(other, "-ea"));
    }

    @Test
    void aRelativeFolderBelongsToTheOneWhereTheProgramWasStarted() throws UsageException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("jdk 17"));

        assertThat(parse("a=\"" + relative + "\" -ea").home())
                .isEqualTo(relative.toAbsolutePath().toString());
    }

    private static ArmSettings arm(Path home, String... options) {
        return new ArmSettings("a", home.toString(), List.of(options), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | must be LABEL='JDK [JVM-OPTION]...', such as
            a                      | must be LABEL='JDK [JVM-OPTION]...', such as
            =17                    | must be LABEL='JDK [JVM-OPTION]...', such as
            a=                     | must be LABEL='JDK [JVM-OPTION]...', such as
            -XX:+UseZGC            | must be LABEL='JDK [JVM-OPTION]...', such as
            a/b=17                 | label 'a/b' must be letters, digits,
            ../a=17                | label '../a' must be letters, digits,
            a b=17                 | label 'a b' must be letters, digits,
            comparison=17          | label 'comparison' must be letters, digits,
            a=11                   | no JDK 11 found on this machine, only 17 (
            a=99999                | no JDK there
            a=17.0.1               | no JDK there
            a=none -ea             | no JDK there
            a=17 -cp               | the value of -cp is missing
            a=17 --add-opens       | the value of --add-opens is missing
            a=17 "-Da=b c          | a quotation mark is not closed
            a=17 -jar x.jar        | '-jar' is not an option of a JVM; a jar belongs in -cp
            a=17 x.jar             | 'x.jar' is not an option of a JVM; a jar belongs in -cp
            a=17 com.acme.Main     | 'com.acme.Main' is not an option of a JVM; a jar belongs in -cp
            """)
    void whatCantBeReadIsRefused(String value, String complaint) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> parse(value))
                .withMessageMatching("--(arm|jvm) [^\\n]*")
                .withMessageContaining(value + ": " + complaint);
    }

    private ArmSettings parse(String value) throws UsageException {
        return ArmFlag.parse(value, jdks);
    }
}
