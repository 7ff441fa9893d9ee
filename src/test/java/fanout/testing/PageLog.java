package fanout.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.Logs;

/** The messages and requests of one page. The driver hands out each log line only once, so they are collected here. */
final class PageLog {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Logs logs;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private String page = "";

    PageLog(Logs logs) {
        this.logs = logs;
    }

    /** Forgets the page before, and collects for this one. */
    void begin(String url) {
        collect();
        page = url;
        complaints.clear();
        requests.clear();
    }

    /** Errors and warnings of the console, uncaught exceptions, and dialogs. */
    List<String> complaints() {
        collect();
        return List.copyOf(complaints);
    }

    /** Addresses, in the order of the requests. */
    List<String> requests() {
        collect();
        return List.copyOf(requests);
    }

    private void collect() {
        for (LogEntry line : logs.get(LogType.PERFORMANCE)) {
            event(json(line.getMessage()).path("message"));
        }
        for (LogEntry line : logs.get(LogType.BROWSER)) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(line.getMessage());
            }
        }
    }

    private void event(JsonNode event) {
        JsonNode params = event.path("params");
        switch (event.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                request(params.at("/request/url").asText(), params.path("type").asText());
            case "Network.webSocketCreated", "Network.webTransportCreated" ->
                requests.add(params.path("url").asText());
            case "Page.javascriptDialogOpening" ->
                complaints.add(params.path("type").asText() + ": "
                        + params.path("message").asText());
            default -> {
                // there is much else, of layout and life cycle
            }
        }
    }

    private void request(String url, String type) {
        boolean itself = url.equals(page) && type.equals("Document");
        if (!itself && !url.startsWith("data:")) {
            requests.add(url);
        }
    }

    private static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the browser's log is not as it should be: " + line, e);
        }
    }
}
