package fanout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JSON files are the only bridge between the half that measures and the half that judges. */
class ArchitectureTest {
    private static final String[] MEASURING = {
        "fanout.workload..",
        "fanout.server..",
        "fanout.client..",
        "fanout.benchmark..",
        "fanout.selection..",
        "fanout.run.."
    };
    private static final String[] JUDGING = {"fanout.results..", "fanout.compare..", "fanout.report.."};

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fanout");

    @Test
    void measuringNeverJudges() {
        noClasses()
                .that()
                .resideInAnyPackage(MEASURING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JUDGING)
                .check(MAIN);
    }

    @Test
    void judgingNeverMeasures() {
        noClasses()
                .that()
                .resideInAnyPackage(JUDGING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MEASURING)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.openjdk.jmh..", "fanout.cli..")
                .check(MAIN);
    }

    /** Each package knows those before it, but the server and the client don't know each other. */
    @Test
    void measuringFlowsOneWay() {
        knowsOnly("workload");
        knowsOnly("server", "workload");
        knowsOnly("client", "workload");
        knowsOnly("benchmark", "workload", "server", "client");
        knowsOnly("selection", "workload", "server", "client", "benchmark");
        noClasses()
                .that()
                .resideInAPackage("fanout.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fanout.cli..")
                .check(MAIN);
    }

    private static void knowsOnly(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name), Stream.of(others))
                .map(each -> "fanout." + each + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("fanout." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("fanout..").or(resideInAnyPackage(known)))
                .check(MAIN);
    }

    /** The packages are the data flow. */
    @Test
    void judgingFlowsOneWay() {
        noClasses()
                .that()
                .resideInAPackage("fanout.results..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fanout.compare..", "fanout.report..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("fanout.compare..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fanout.report..")
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineTouchesTheFilesOfJudging() {
        noClasses()
                .that()
                .resideInAnyPackage(JUDGING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        FileReader.class,
                        FileWriter.class,
                        RandomAccessFile.class)
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineKnowsBothHalves() {
        classes()
                .that()
                .resideOutsideOfPackages("fanout.cli..", "fanout.report..", "fanout.compare..", "fanout.results..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(JUDGING)
                .check(MAIN);
    }
}
