package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredClientsTest {
    private static final String PROVIDERS = "fanout.testing.Providers$";

    @TempDir
    Path folder;

    @Test
    void noClientIsFoundUnlessOneIsRegistered() {
        assertThat(RegisteredClients.find().byName()).isEmpty();
        assertThat(RegisteredClients.find().names(List.of("all"))).isEmpty();
        assertThatThrownBy(() -> RegisteredClients.find().names(List.of("mine")))
                .hasMessageStartingWith("client is mine, must be one that is registered, and none is: put a jar with");
    }

    @Test
    void allRegisteredClientsAreFoundByTheirNames() throws IOException {
        RegisteredClients clients = find("Second", "First");

        assertThat(clients.names(List.of("all"))).containsExactly("first", "second");
        assertThat(clients.names(List.of("second", "all"))).containsExactly("second", "first");
        assertThat(clients.names(List.of("second"))).containsExactly("second");
        assertThat(clients.named("second").name()).isEqualTo("second");
        assertThat(find("First").named("all").name()).isEqualTo("first");
    }

    @Test
    void theErrorForAnUnknownNameListsTheKnownNames() throws IOException {
        RegisteredClients clients = find("Second", "First");

        assertThatThrownBy(() -> clients.names(List.of("first", "third")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("client is third, must be first or second, which are registered");
        assertThatThrownBy(() -> clients.named("all")).hasMessageStartingWith("client is all, must be first or");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            First,AlsoFirst | two registered clients are named first: @First and @AlsoFirst
            All             | the registered client @All is named 'all', must be letters, digits, '.', '_' and '-', but not all
            Comma           | the registered client @Comma is named 'a,b', must be letters
            Nameless        | the registered client @Nameless is named 'null', must be letters
            Broken          | a registered client can't be loaded: fanout.client.FanOutClientProvider: Provider @Broken could not be instantiated (java.lang.IllegalStateException: no native library)
            Missing         | a registered client can't be loaded: fanout.client.FanOutClientProvider: Provider @Missing not found
            """)
    void aClientThatCantBeUsedIsReportedInOneLine(String types, String complaint) {
        assertThatThrownBy(() -> find(types.split(",")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(complaint.replace("@", PROVIDERS))
                .message()
                .hasLineCount(1);
    }

    private RegisteredClients find(String... types) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(FanOutClientProvider.class.getName()),
                Stream.of(types).map(type -> PROVIDERS + type).collect(Collectors.joining("\n")));
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            return RegisteredClients.find(loader);
        }
    }
}
