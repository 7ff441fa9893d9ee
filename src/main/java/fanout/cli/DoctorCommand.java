package fanout.cli;

import fanout.run.MachineExamination;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: says what is wrong with this machine for measuring, and what helps. */
@Command(
        name = "doctor",
        description = {
            "Says in a few seconds what is wrong with this machine for measuring, and what helps: load, steal, the"
                    + " steadiness of a core, CPU quota, cores, clock rate, power, clock, memory. It changes nothing,"
                    + " needs no rights, and starts no process. It names what can't be seen here, which is most of it"
                    + " outside of Linux.",
            "`run` looks for half a second itself, warns of the worst, and keeps all of it in the manifest."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it has looked, whatever it found: this is advice", "2:bad usage"})
final class DoctorCommand implements Callable<Integer> {
    private static final Duration TIME = Duration.ofSeconds(4);

    private final Path root;
    private final Duration time;

    @Spec
    private CommandSpec spec;

    DoctorCommand() {
        this(Path.of("/"), TIME);
    }

    /** @param root the folder that has {@code proc} and {@code sys} */
    DoctorCommand(Path root, Duration time) {
        this.root = root;
        this.time = time;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        DoctorText.lines(MachineExamination.here(root).take(time)).forEach(out::println);
        return ExitCode.OK;
    }
}
