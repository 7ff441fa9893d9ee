package fanout.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fanout.record.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is resumed only if all its settings are understood; other commands read the same manifest without them. */
class BegunRunTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RunPlan PLAN = Fixture.plan(ForkOrder.FORKS, 2, "a");

    @TempDir
    Path folder;

    @Test
    void aRunIsReadAsItWasBegun() throws IOException {
        Manifest manifest = Fixture.manifest(PLAN);
        Files.write(folder.resolve("manifest.json"), manifest.toJson());

        BegunRun begun = BegunRun.read(folder);

        assertThat(begun.manifest().toJson()).isEqualTo(manifest.toJson());
        assertThat(begun.settings()).isEqualTo(Fixture.settings(PLAN));
    }

    @Test
    void aRunWithoutSettingsCantGoOn() throws IOException {
        isRefused(manifest -> manifest.remove("settings"), "is not a run's manifest of schema fanout-run/1");
        isRefused(manifest -> manifest.putNull("settings"), "is not a run's manifest of schema fanout-run/1");
    }

    @Test
    void settingsOfALaterVersionAreRefused() throws IOException {
        isRefused(
                manifest -> settings(manifest).put("weather", "fine"),
                "is not a run's manifest: its settings can't be used: weather is unknown to this version");
        isRefused(
                manifest -> settings(manifest).put("order", "sideways"),
                "is not a run's manifest: its settings can't be used: order must be turns or forks or jmh");
        isRefused(
                manifest -> manifest.put("order", "sideways"),
                "is not a run's manifest: its order is sideways, must be one of [turns, forks, jmh]");
    }

    @Test
    void settingsThatCantBeAreRefused() throws IOException {
        isRefused(
                manifest -> settings(manifest).put("rounds", 0),
                "is not a run's manifest: its settings can't be used: --rounds is 0, must be 1 or more");
        isRefused(
                manifest -> manifest.put("settings", "none"),
                "is not a run's manifest: its settings can't be used: it must be an object");
    }

    private static ObjectNode settings(ObjectNode manifest) {
        return (ObjectNode) manifest.get("settings");
    }

    private void isRefused(Consumer<ObjectNode> change, String problem) throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(Fixture.manifest(PLAN).toJson());
        change.accept(json);
        Path file = folder.resolve("manifest.json");
        Files.write(file, MAPPER.writeValueAsBytes(json));

        assertThatIOException().isThrownBy(() -> BegunRun.read(folder)).withMessageStartingWith(file + ": " + problem);
    }
}
