package fanout.cli;

import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.run.BegunRun;
import fanout.run.Privacy;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import fanout.run.TestedJvm;
import fanout.run.ThisBuild;
import fanout.selection.BenchmarkSelector;
import fanout.selection.Selection;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prepares a run to go on, if its jar, JVMs and flags are still those that it was begun with. */
final class ResumedRun {
    private final RunOptions given;
    private final Path folder;
    private final Privacy privacy = Privacy.ofThisUser();

    ResumedRun(RunOptions given) {
        this.given = given;
        this.folder = given.resume;
    }

    /**
     * Reads how it was begun, and checks that nothing has changed since.
     *
     * @throws UsageException if the jar, a JVM or a flag is not as it was, or the folder is not that of a run
     */
    PreparedRun begin() throws UsageException {
        try {
            BegunRun begun = BegunRun.read(folder);
            Manifest manifest = begun.manifest();
            RunSettings settings = begun.settings().revealed(privacy);
            requireSameProject(manifest.project());
            requireSameFlags(settings);
            Selection selection = new BenchmarkSelector().select(settings.benchmarks(), settings.params());
            List<TestedJvm> jvms = jvms(manifest, ForkArguments.of(settings, selection.benchmarks()));
            RunPlan plan = RunPlan.of(settings, jvms, selection.scenarios());
            double secondsPerFork = ForkEstimate.seconds(selection.benchmarks(), settings);
            return new PreparedRun(plan, settings, RunFolderWriter.reopen(folder), secondsPerFork);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--resume " + folder + ": another run is writing to it", e);
        } catch (IOException e) {
            throw new UsageException("--resume " + e.getMessage(), e);
        }
    }

    private void requireSameProject(Project then) throws UsageException {
        Project now = ThisBuild.project();
        if (!now.jarSha256().equals(then.jarSha256())) {
            throw changed("the jar is not the one that it was begun with (version " + now.version() + " of commit "
                    + now.commit() + " now, " + then.version() + " of " + then.commit() + " then)");
        }
    }

    /** Flags may be given again, with the same values. */
    private void requireSameFlags(RunSettings then) throws UsageException {
        if (given.out != null) {
            throw new UsageException("--out can't be given with --resume");
        }
        try {
            require("--rounds", given.rounds, then.rounds());
            require("--order", given.order, then.order());
            require("--alive", given.alive, then.alive());
            require("--seed", given.seed, then.seed());
            require("--control", given.control, then.control());
            require("-wi", given.warmupIterations, then.iterations().warmupCount());
            require("-w", given.warmupTime, then.iterations().warmupTime());
            require("-i", given.iterations, then.iterations().measurementCount());
            require("-r", given.time, then.iterations().measurementTime());
            require(
                    "--server-jvm",
                    given.serverJvm == null
                            ? null
                            : given.serverJvm.toAbsolutePath().toString(),
                    then.serverJvm());
            require("BENCHMARK-REGEX", given.benchmarks.isEmpty() ? null : given.benchmarks, then.benchmarks());
            if (!given.params.isEmpty() || given.server != null) {
                require("-p", ParameterFlags.of(given), then.params());
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private void require(String flag, Object now, Object then) throws UsageException {
        if (now != null && !now.equals(then)) {
            throw changed(flag + " is " + now + ", but it was begun with "
                    + (then == null || then.equals("") ? "none" : then));
        }
    }

    /** The JVMs at the places where they were then, unless {@code --jvm} gives their places now. */
    private List<TestedJvm> jvms(Manifest manifest, List<String> flags) throws UsageException {
        Map<String, String> homes = new HashMap<>();
        for (String flag : given.jvms) {
            String[] parts = flag.split("=", 2);
            boolean known = manifest.jvms().stream().anyMatch(jvm -> jvm.label().equals(parts[0]));
            if (parts.length < 2 || !known) {
                throw changed("--jvm " + flag + " is not one of its JVMs");
            }
            homes.put(parts[0], parts[1]);
        }
        List<TestedJvm> jvms = new ArrayList<>();
        for (JvmRecord then : manifest.jvms()) {
            if (then.control()) {
                jvms.add(jvms.get(0).asControl());
            } else {
                String home = homes.getOrDefault(then.label(), privacy.reveal(then.home()));
                TestedJvm now =
                        JvmOptions.at(then.label(), Path.of(home), "JVM " + then.label() + " at " + home, flags);
                requireSame(then, now.toRecord(flags));
                jvms.add(now);
            }
        }
        return jvms;
    }

    private void requireSame(JvmRecord then, JvmRecord now) throws UsageException {
        if (!Objects.equals(then.version(), now.version())
                || !Objects.equals(then.vendor(), now.vendor())
                || !Objects.equals(then.vm(), now.vm())) {
            throw changed("JVM " + then.label() + " is " + now.vm() + " of " + now.vendor() + ", but it was begun with "
                    + then.vm() + " of " + then.vendor());
        }
    }

    private UsageException changed(String what) {
        return new UsageException("--resume " + folder + ": " + what);
    }
}
