/**
 * The server that a batch is sent to: the mock server inside the benchmark's JVM ({@code embedded}), the mock server in
 * a JVM of its own ({@code forked}), or a server that runs elsewhere.
 *
 * <p>In come {@link fanout.server.ServerConditions}: which server, over http or https, and how it answers. Out goes a
 * {@link fanout.server.RunningServer}: its address and, where the server is Fanout's own, a
 * {@link fanout.server.GatedServer}. That has a gate that holds requests back, and counters of what the server has
 * seen.
 *
 * <p>Read {@link fanout.server.MockServer} first, which says what is answered, then {@code GatedServer} and
 * {@code RunningServer}.
 *
 * <p>A forked server is a child process that runs {@link fanout.server.ServerMain}. It reads one {@code ServerCommand}
 * a line from standard input and writes one {@code ServerAnswer} a line to standard output. It ends when its standard
 * input does.
 *
 * <p>This package may import {@code workload} and {@code record}. It must not import {@code client}, which must not
 * import it either, nor any package that uses both.
 */
package fanout.server;
