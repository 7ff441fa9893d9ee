package fanout.faults;

/**
 * What came of one fault.
 *
 * @param fault what went wrong
 * @param where the strategy or command that met it
 * @param exit the exit code
 * @param line what was said
 */
record FaultRow(String fault, String where, int exit, String line) {
    private static final int LONGEST = 160;

    String markdown() {
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        return "| " + fault + " | " + where + " | " + exit + " | "
                + shown.replace("|", "\\|").replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT") + " |\n";
    }
}
