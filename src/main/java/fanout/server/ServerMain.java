package fanout.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The mock server as a process of its own, started by {@link ForkedServer}. It says its port and its Java version, then
 * answers each {@link ServerCommand} on standard input with one line on standard output.
 *
 * <p>When standard input ends, the parent has closed it or has ended, perhaps by SIGKILL, and the process ends at once.
 * No command waits for anything, so the end is never noticed late.
 */
public final class ServerMain {
    private final MockServer server;
    private Gate gate = LocalGate.alreadyOpen();

    private ServerMain(MockServer server) {
        this.server = server;
    }

    /** @param args {@link ServerArguments} */
    public static void main(String[] args) {
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            serve(args, in, out);
        } catch (IOException e) {
            // The parent is gone, the same as when standard input ends.
        }
        // Not a plain return, nor a close of the server: nobody waits for an answer any more.
        Runtime.getRuntime().halt(0);
    }

    private static void serve(String[] args, BufferedReader in, PrintStream out) throws IOException {
        ServerMain main;
        try {
            main = new ServerMain(MockServer.start(ServerArguments.parse(args)));
        } catch (RuntimeException e) {
            say(out, refusal(e));
            return;
        }
        say(out, new ServerAnswer(true, main.server.port() + " " + Runtime.version()));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(out, main.answer(line));
        }
    }

    private ServerAnswer answer(String line) {
        try {
            return new ServerAnswer(true, execute(ServerCommand.valueOf(line)));
        } catch (RuntimeException e) {
            return refusal(e);
        }
    }

    private String execute(ServerCommand command) {
        switch (command) {
            case CLOSE_GATE -> gate = server.closeGate();
            case OPEN_GATE -> gate.open();
            case RESET_COUNTERS -> server.resetCounters();
            case FIRST_BATCH -> {
                return Long.toString(server.firstBatch());
            }
            case HELD -> {
                return String.valueOf(gate.held());
            }
            case BUSIEST_IO_NANOS -> {
                OptionalLong nanos = server.busiestIoNanos();
                return nanos.isEmpty() ? "" : Long.toString(nanos.getAsLong());
            }
            case COUNTERS -> {
                ServerCounters seen = server.counters();
                return seen.requests() + " " + seen.connections() + " " + seen.inFlight() + " " + seen.peakInFlight();
            }
        }
        return "";
    }

    private static ServerAnswer refusal(RuntimeException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return new ServerAnswer(false, message.lines().findFirst().orElse(""));
    }

    /** In one piece, so that no other output can come in between. */
    private static void say(PrintStream out, ServerAnswer answer) {
        out.print(answer.line() + "\n");
        out.flush();
    }
}
