package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyTest {
    private final Privacy privacy = new Privacy("/home/ada", "ada");

    @ParameterizedTest
    @CsvSource({
        "/home/ada/.sdkman/candidates/java/25, ~/.sdkman/candidates/java/25",
        "/data/ada/jdk, /data/%USER%/jdk",
        "/opt/adacore/canada, /opt/adacore/canada",
        "run --jvm 17=/home/ada/17 --out ada-1, run --jvm 17=~/17 --out %USER%-1",
    })
    void theUsersHomeAndNameAreHidden(String text, String hidden) {
        assertThat(privacy.hide(text)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource({"/home/ada/.sdkman/candidates/java/25", "/data/ada/jdk", "/usr/lib/jvm/17"})
    void aHiddenPathCanBeRevealed(String path) {
        assertThat(privacy.reveal(privacy.hide(path))).isEqualTo(path);
    }

    @Test
    void aHomeThatIsTheRootHidesNothing() {
        assertThat(new Privacy("/", "").hide("/usr/lib/jvm")).isEqualTo("/usr/lib/jvm");
    }
}
