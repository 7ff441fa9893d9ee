package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The program that was run. What is not known of it is empty.
 *
 * @param version of the project
 * @param commit that it was built from; empty where the sources were not in a repository
 * @param dirty whether they had changes that were not committed
 * @param jarSha256 of the jar that was run and the jars behind it on the class path, one after the other; empty if
 *     classes were run from folders
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Project(String version, String commit, boolean dirty, String jarSha256) {
    /** Nothing is known. */
    static final Project UNKNOWN = new Project(null, null, false, null);

    public Project {
        version = Manifest.orEmpty(version);
        commit = Manifest.orEmpty(commit);
        jarSha256 = Manifest.orEmpty(jarSha256);
    }
}
