package fanout.host;

/**
 * What a JVM does beside the benchmark. Each number is {@value #UNKNOWN} where it is not known.
 *
 * @param compilationMillis time of the JIT compilers, all threads together
 * @param compiledMethods compiled methods in the code cache; as a difference, how many were added less those thrown
 *     away
 * @param collections of garbage
 * @param collectionMillis their time
 */
public record JvmWork(long compilationMillis, long compiledMethods, long collections, long collectionMillis) {
    public static final long UNKNOWN = -1;

    /** Nothing is known. */
    public static final JvmWork NOT_READ = new JvmWork(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    private static final int PARTS = 4;

    /** What was done since an earlier reading. */
    JvmWork since(JvmWork earlier) {
        return new JvmWork(
                difference(compilationMillis, earlier.compilationMillis),
                difference(compiledMethods, earlier.compiledMethods),
                difference(collections, earlier.collections),
                difference(collectionMillis, earlier.collectionMillis));
    }

    /** At least 0: more methods can be thrown away than were compiled. */
    private static long difference(long now, long earlier) {
        return now < 0 || earlier < 0 ? UNKNOWN : Math.max(0, now - earlier);
    }

    /** @throws IllegalArgumentException if the text is not that of {@link #toString} */
    static JvmWork parse(String text) {
        String[] parts = text.split(",");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not the work of a JVM: " + text);
        }
        return new JvmWork(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }

    @Override
    public String toString() {
        return compilationMillis + "," + compiledMethods + "," + collections + "," + collectionMillis;
    }
}
