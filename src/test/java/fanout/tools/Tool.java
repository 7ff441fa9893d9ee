package fanout.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program that reads JMH JSON. */
public abstract class Tool {
    /** The fields of an entry that it reads, by JSON pointer. */
    abstract Map<String, Shape> fields(JsonNode entry);

    /** The fields by which it distinguishes the entries of a file. */
    abstract String name(JsonNode entry);

    /** The parts of an entry that the tool would take for something else than they are. */
    abstract List<String> mistaken(JsonNode entry);

    /**
     * What keeps it from reading a file as it was meant, a line each that begins with the pointer of a field; nothing
     * if it reads all, and distinguishes the benchmarks.
     */
    public final List<String> complaints(JsonNode file) {
        if (!file.isArray() || file.isEmpty()) {
            return List.of("/ is no list of benchmarks");
        }
        List<String> complaints = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode entry : file) {
            fields(entry).forEach((pointer, shape) -> {
                if (!shape.fits(entry.at(pointer))) {
                    complaints.add(pointer + " is not " + shape + ": " + entry.at(pointer));
                }
            });
            complaints.addAll(mistaken(entry));
            if (!names.add(name(entry))) {
                complaints.add("/benchmark is not the only " + name(entry));
            }
        }
        return complaints;
    }
}
