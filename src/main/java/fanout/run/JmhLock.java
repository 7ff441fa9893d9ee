package fanout.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * JMH's own lock, by which only one JMH measures on a machine at a time. A run takes it once for all of its forks,
 * whose hosts ignore it.
 */
public final class JmhLock implements Closeable {
    private static final String IGNORE = "jmh.ignoreLock";

    private final FileChannel channel;

    private JmhLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, unless {@code -Djmh.ignoreLock=true} is set.
     *
     * @throws IllegalStateException if another JMH holds it, or it can't be taken; the message says what to do
     */
    public static JmhLock take() {
        if (Boolean.getBoolean(IGNORE)) {
            return new JmhLock(null);
        }
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        String advice = "; -D" + IGNORE + "=true before -jar measures all the same";
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // JMH does so, too: other users must be able to take the lock.
            file.toFile().setWritable(true, false);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException(
                        "another JMH is running on this machine (it holds " + file + ")" + advice);
            }
            return new JmhLock(channel);
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("another JMH is running in this process" + advice, e);
        } catch (IOException e) {
            throw new IllegalStateException("JMH's lock can't be had (" + e + ")" + advice, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
