package fanout.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A jar or folder on the class path of an arm. What is not known of it is empty.
 *
 * @param file its name, without the folder that it lies in
 * @param sha256 that of a jar's bytes, or of the names and bytes of all files in a folder
 * @param libraries the Maven coordinates of what is in it, {@code group:artifact:version}, as far as it knows them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClassPathEntry(String file, String sha256, List<String> libraries) {
    public ClassPathEntry {
        file = Absent.orEmpty(file);
        sha256 = Absent.orEmpty(sha256);
        libraries = libraries == null ? List.of() : List.copyOf(libraries);
    }
}
