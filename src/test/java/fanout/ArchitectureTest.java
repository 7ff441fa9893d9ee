package fanout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import org.junit.jupiter.api.Test;

/** The JSON files are the only bridge between the half that measures and the half that judges. */
class ArchitectureTest {
    private static final String[] MEASURING = {
        "fanout.workload..", "fanout.server..", "fanout.client..", "fanout.benchmark..", "fanout.run.."
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

    /** What is read first needs nothing that comes later. {@code ClassCyclesTest} says the same of each package. */
    @Test
    void packagesHaveNoCycle() {
        slices().matching("fanout.(*)..").should().beFreeOfCycles().check(MAIN);
    }
}
