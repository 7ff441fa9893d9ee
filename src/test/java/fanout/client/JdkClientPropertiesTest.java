package fanout.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdkClientPropertiesTest {
    /** A service file names the listener; without that file the tests would only be slower, and at times fail. */
    @Test
    void thePropertiesAreSetBeforeAnyTestRuns() {
        assertThat(System.getProperty("jdk.internal.httpclient.selectorTimeout"))
                .isEqualTo("100");
        assertThat(System.getProperty("jdk.httpclient.allowRestrictedHeaders")).isEqualTo("connection");
    }
}
