package fanout.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A response as it came over the wire; names of headers in lower case. */
record RawResponse(int status, Map<String, String> headers, byte[] body) {
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}
