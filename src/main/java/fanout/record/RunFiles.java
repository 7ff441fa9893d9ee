package fanout.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The files of a folder, or of an archive of it. Names are relative to the folder; what is outside of it is not there.
 */
interface RunFiles {
    /** The folder's own name. */
    String name();

    /** Where it is, as it was given. */
    String path();

    /** The absolute path, which nothing else on the machine has. */
    String absolutePath();

    /** Where a file of it is, for messages. */
    String path(String name);

    /** Whether there is anything of that name. */
    boolean exists(String name);

    /** Whether there is a regular file of that name. */
    boolean hasFile(String name);

    /** Whether there is a folder of that name. */
    boolean hasFolder(String name);

    /** @throws IOException if there is no such file, or it can't be read */
    InputStream open(String name) throws IOException;

    /** The names of the regular files in a folder of it, or in the folder itself if the name is empty; sorted. */
    List<String> filesIn(String folder) throws IOException;
}
