package fanout.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void forksAreNumbered() {
        assertThat(FileNames.fork(1)).isEqualTo("forks/0001.json");
        assertThat(FileNames.fork(12_345)).isEqualTo("forks/12345.json");
    }

    @Test
    void anExtensionIsReplaced() {
        assertThat(FileNames.withExtension("forks/0001.json", ".turns.json")).isEqualTo("forks/0001.turns.json");
        assertThat(FileNames.withExtension("a.b/c", ".hlog")).isEqualTo("a.b/c.hlog");
        assertThat(FileNames.withExtension("a.b/.c", ".hlog")).isEqualTo("a.b/.c.hlog");
        assertThat(FileNames.withExtension(".c", ".hlog")).isEqualTo(".c.hlog");
    }

    @Test
    void aSuffixComesBeforeTheExtension() {
        assertThat(FileNames.withSuffix("a.b.json", "-2")).isEqualTo("a.b-2.json");
        assertThat(FileNames.withSuffix("a", "-2")).isEqualTo("a-2");
    }
}
