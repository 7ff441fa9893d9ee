package fanout;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.testing.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No two files of a package depend on each other, so that each can be read after those that it names. The test reads
 * the sources, since the compiler copies a constant and leaves no trace of where it comes from.
 */
class ClassCyclesTest {
    static Set<String> packages() {
        return SourceFile.main().map(SourceFile::packageName).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noClassesOfAPackageNeedEachOther(String name) {
        List<SourceFile> files = SourceFile.main()
                .filter(file -> file.packageName().equals(name))
                .toList();

        assertThat(cyclic(dependencies(files))).isEmpty();
    }

    /** For each type that has a file of its own: the types that its file names. */
    private static Map<String, Set<String>> dependencies(List<SourceFile> files) {
        Set<String> types = files.stream().map(SourceFile::type).collect(Collectors.toSet());
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (SourceFile file : files) {
            Set<String> named = new TreeSet<>(file.words());
            named.retainAll(types);
            named.remove(file.type());
            dependencies.put(file.type(), named);
        }
        return dependencies;
    }

    /** What is left of the types, with their dependencies, once all are gone that no cycle leads through. */
    private static Map<String, Set<String>> cyclic(Map<String, Set<String>> dependencies) {
        Map<String, Set<String>> left = new TreeMap<>();
        dependencies.forEach((type, needed) -> left.put(type, new TreeSet<>(needed)));
        boolean smaller = true;
        while (smaller) {
            Set<String> needed = left.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            smaller = left.entrySet().removeIf(each -> each.getValue().isEmpty() || !needed.contains(each.getKey()));
            left.values().forEach(each -> each.retainAll(new HashSet<>(left.keySet())));
        }
        return left;
    }

    @Test
    void aCycleIsFoundAndWhatOnlyLeadsToItIsNot() {
        Map<String, Set<String>> dependencies =
                Map.of("A", Set.of("B"), "B", Set.of("C", "E"), "C", Set.of("B"), "D", Set.of("E"), "E", Set.of());

        assertThat(cyclic(dependencies)).isEqualTo(Map.of("B", Set.of("C"), "C", Set.of("B")));
    }
}
