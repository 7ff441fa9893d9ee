package fanout.record;

/** What stands for a field that a file lacks: a folder of an earlier version is read without it. */
final class Absent {
    private Absent() {}

    /** The text, or an empty one where the file has none. */
    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
