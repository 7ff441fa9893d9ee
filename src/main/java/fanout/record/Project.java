package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The program that was run. What is not known of it is empty.
 *
 * @param version that of the project
 * @param commit the one that it was built from; empty where the sources were not in a repository
 * @param dirty whether the sources had changes that were not committed
 * @param jarSha256 that of the jar that was run and the jars after it on the class path, one after the other; empty if
 *     classes were run from folders
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Project(String version, String commit, boolean dirty, String jarSha256) {
    /** Nothing is known. */
    static final Project UNKNOWN = new Project(null, null, false, null);

    public Project {
        version = Absent.orEmpty(version);
        commit = Absent.orEmpty(commit);
        jarSha256 = Absent.orEmpty(jarSha256);
    }
}
