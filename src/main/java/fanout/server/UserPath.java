package fanout.server;

import io.undertow.server.HttpServerExchange;

/** Reads the path {@code /user/{id}}, without a parser or a pattern, since every request pays for it. */
final class UserPath {
    /** {@link #id} of what is not an id. */
    static final long NO_ID = -1;

    private static final String PREFIX = "/user/";

    private UserPath() {}

    /** The path that was asked for, without query, as it was sent: nothing is decoded, so {@code %31} is no digit. */
    static String of(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return target;
        }
        int path = target.indexOf('/', target.indexOf("://") + "://".length());
        return path < 0 ? "/" : target.substring(path);
    }

    /** Whether the path is {@code /user/} and one more segment, which may be empty. */
    static boolean matches(String path) {
        return path.startsWith(PREFIX) && path.indexOf('/', PREFIX.length()) < 0;
    }

    /** The id in a path that {@link #matches}; {@link #NO_ID} unless it is one or more ASCII digits that fit a long. */
    static long id(String path) {
        if (path.length() == PREFIX.length()) {
            return NO_ID;
        }
        long id = 0;
        for (int i = PREFIX.length(); i < path.length(); i++) {
            int digit = path.charAt(i) - '0';
            if (digit < 0 || digit > 9 || id > (Long.MAX_VALUE - digit) / 10) {
                return NO_ID;
            }
            id = id * 10 + digit;
        }
        return id;
    }
}
