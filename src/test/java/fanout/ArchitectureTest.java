package fanout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files of a run's folder, whose records are in {@code record}, are the only bridge between the half that measures
 * and the half that judges.
 */
class ArchitectureTest {
    private static final String[] MEASURING = {
        "fanout.workload..",
        "fanout.server..",
        "fanout.client..",
        "fanout.benchmark..",
        "fanout.selection..",
        "fanout.doctor..",
        "fanout.run.."
    };
    private static final String[] JUDGING = {"fanout.results..", "fanout.compare..", "fanout.report.."};

    private static final Class<?>[] FILES = {
        File.class,
        FileInputStream.class,
        FileOutputStream.class,
        FileReader.class,
        FileWriter.class,
        RandomAccessFile.class
    };

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fanout");

    @Test
    void theMeasuringHalfNeverImportsTheJudgingHalf() {
        noClasses()
                .that()
                .resideInAnyPackage(MEASURING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JUDGING)
                .check(MAIN);
    }

    @Test
    void theJudgingHalfNeverImportsTheMeasuringHalf() {
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

    /** Both halves may import {@code record}, so it must not connect them: it imports neither. */
    @Test
    void theRecordImportsNeitherHalf() {
        noClasses()
                .that()
                .resideInAPackage("fanout.record..")
                .should()
                .dependOnClassesThat(resideInAPackage("fanout..").and(resideOutsideOfPackage("fanout.record..")))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.openjdk.jmh..")
                .check(MAIN);
    }

    /** A suite of others must find nothing on its class path but its own, and this package. */
    @Test
    void theHostNeedsOnlyTheJdkAndJmh() {
        classes()
                .that()
                .resideInAPackage("fanout.host..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("fanout.host..", "java..", "javax.management..", "org.openjdk.jmh..")
                .check(MAIN);
    }

    /** Each package knows {@code record} and those before it, but the server and the client don't know each other. */
    @Test
    void measuringFlowsOneWay() {
        knowsOnly("workload");
        knowsOnly("server", "workload");
        knowsOnly("client", "workload");
        knowsOnly("benchmark", "workload", "server", "client");
        knowsOnly("selection", "workload", "server", "client", "benchmark", "host");
        noClasses()
                .that()
                .resideInAPackage("fanout.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fanout.cli..")
                .check(MAIN);
    }

    private static void knowsOnly(String name, String... others) {
        String[] known = Stream.concat(Stream.of(name, "record"), Stream.of(others))
                .map(each -> "fanout." + each + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("fanout." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("fanout..").or(resideInAnyPackage(known)))
                .check(MAIN);
    }

    /** The order of these packages is the flow of the data: results, compare, report. */
    @Test
    void resultsCompareAndReportImportEachOtherInOneDirectionOnly() {
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

    /** Its checks are functions of what was read, so that a test can give them any machine. */
    @Test
    void theDoctorImportsTheRecordAlone() {
        classes()
                .that()
                .resideInAPackage("fanout.doctor..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("fanout.doctor..", "fanout.record..", "java..")
                .check(MAIN);
    }

    /** The plots know nothing of Fanout, so that they could serve any report. */
    @Test
    void plotsImportNothingOfFanout() {
        classes()
                .that()
                .resideInAPackage("fanout.report.plot..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("fanout.report.plot..", "java..", "org.apache.commons.statistics..")
                .check(MAIN);
    }

    /** The judging half gets bytes, and does not know which files they come from. */
    @Test
    void judgingKnowsNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(JUDGING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(FILES)
                .check(MAIN);
    }

    /**
     * There are exceptions: {@code ServerJvm} checks that an executable exists, {@code ClassPath} which jars do, and
     * {@code OpenConnections} asks Linux.
     * {@code host} is a program of its own.
     */
    @Test
    void onlyTheCommandLineTheRunAndTheRecordTouchFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fanout.cli..", "fanout.run..", "fanout.record..", "fanout.host..")
                .and()
                .doNotHaveFullyQualifiedName("fanout.server.ServerJvm")
                .and()
                .doNotHaveFullyQualifiedName("fanout.selection.ClassPath")
                .and()
                .doNotHaveFullyQualifiedName("fanout.benchmark.OpenConnections")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(FILES)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Files.class, FileChannel.class)
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

    /**
     * No package depends on itself through others. {@code ClassCyclesTest} checks the same for the files of each
     * package.
     */
    @Test
    void packagesHaveNoCycle() {
        slices().matching("fanout.(*)..").should().beFreeOfCycles().check(MAIN);
    }
}
