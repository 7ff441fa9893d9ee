package fanout.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of GitHub's API that knows the comments of pull request 7 of {@code acme/codec}, on loopback. */
final class PullRequestApi implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern LIST = Pattern.compile("/repos/acme/codec/issues/7/comments");
    private static final Pattern ONE = Pattern.compile("/repos/acme/codec/issues/comments/(\\d+)");
    private static final Pattern PAGE = Pattern.compile("per_page=(\\d+)&page=(\\d+)");

    private final HttpServer server;
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int refusal;
    private String refused = "";

    PullRequestApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers every request of these methods with this status. */
    void refuse(int status, String methods) {
        refusal = status;
        refused = methods;
    }

    /** The texts of the comments; the id of one is its place, counted from 1. */
    List<String> comments() {
        return comments;
    }

    /** Method, path and authorization of each request. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(method + " " + path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        Matcher one = ONE.matcher(path);
        if (refused.contains(method)) {
            send(exchange, refusal, Map.of("message", "Resource not accessible by integration"));
        } else if (method.equals("GET") && LIST.matcher(path).matches()) {
            send(exchange, 200, page(exchange.getRequestURI().getQuery()));
        } else if (method.equals("POST") && LIST.matcher(path).matches()) {
            comments.add(text(body));
            send(exchange, 201, comment(comments.size()));
        } else if (method.equals("PATCH") && one.matches()) {
            int id = Integer.parseInt(one.group(1));
            comments.set(id - 1, text(body));
            send(exchange, 200, comment(id));
        } else {
            send(exchange, 404, Map.of("message", "Not Found"));
        }
    }

    private List<Map<String, Object>> page(String query) {
        Matcher matcher = PAGE.matcher(query);
        if (!matcher.matches()) {
            return List.of();
        }
        int size = Integer.parseInt(matcher.group(1));
        int from = size * (Integer.parseInt(matcher.group(2)) - 1);
        List<Map<String, Object>> page = new ArrayList<>();
        for (int id = from + 1; id <= Math.min(from + size, comments.size()); id++) {
            page.add(comment(id));
        }
        return page;
    }

    private Map<String, Object> comment(int id) {
        return Map.of("id", id, "body", comments.get(id - 1), "html_url", "page of comment " + id);
    }

    private static String text(String body) throws IOException {
        JsonNode json = MAPPER.readTree(body);
        return json.get("body").asText();
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
