package fanout.cli;

import fanout.compare.Criteria;
import fanout.record.CpuPins;
import fanout.record.JvmRecord;
import fanout.record.Manifest;
import fanout.record.Project;
import fanout.run.ArmSettings;
import fanout.run.ArmSetup;
import fanout.run.BegunRun;
import fanout.run.InstalledJdks;
import fanout.run.IterationPlan;
import fanout.run.JmhFlags;
import fanout.run.Privacy;
import fanout.run.RunFolderWriter;
import fanout.run.RunPlan;
import fanout.run.RunSettings;
import fanout.run.ThisBuild;
import fanout.run.Until;
import fanout.selection.BenchmarkSelector;
import fanout.selection.JmhSuite;
import fanout.selection.Scenario;
import fanout.selection.Selection;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            RunSettings settings = bounded(begun.settings().revealed(privacy));
            requireSameProject(manifest.project());
            requireSameFlags(settings);
            List<ArmSettings> arms = arms(manifest, settings);
            List<JmhSuite> suites = ArmSetups.suites(arms);
            Selection selection = new BenchmarkSelector()
                    .select(
                            settings.benchmarks(),
                            settings.measuredParams(),
                            settings.jmh().words(),
                            suites);
            List<String> flags = ForkArguments.of(settings, selection.benchmarks());
            List<ArmSetup> setups = ArmSetups.of(arms, suites, settings.control(), flags);
            RunPlan plan = RunPlan.of(settings, setups, selection.scenarios());
            requireSameArms(manifest, plan, flags);
            IterationPlan iterations = new IterationPlan(settings, selection.benchmarks());
            Criteria criteria = given.judging.criteria(List.of(manifest.judging()));
            return new PreparedRun(
                    plan,
                    settings,
                    RunFolderWriter.reopen(folder),
                    iterations,
                    criteria,
                    new ServerOfRun(settings, plan).note().stream().toList());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("--resume " + folder + ": another run is writing to it", e);
        } catch (AccessDeniedException e) {
            throw new UsageException(
                    "--resume " + folder + ": can't be written (permission denied: " + e.getFile() + ")", e);
        } catch (IOException e) {
            throw new UsageException("--resume " + e.getMessage(), e);
        }
    }

    /** The bound on the time may be another one. */
    private RunSettings bounded(RunSettings then) {
        return given.atMost == null ? then : then.atMost(given.atMostSeconds());
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
            require("--until", given.until == null ? null : Until.parse(given.until), then.until());
            require("--order", given.order, then.order());
            require("--alive", given.alive, then.alive());
            require("--seed", given.seed, then.seed());
            require("--control", given.control, then.control());
            require(CpuPins.FORKS_FLAG, given.cpus, then.cpus().forks());
            require(CpuPins.SERVER_FLAG, given.serverCpus, then.cpus().server());
            PinnedRun.requirePossible(then.cpus(), System.getenv("PATH"));
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
            requireJmh(given.jmhFlags(), then.jmh());
            require("BENCHMARK-REGEX", given.benchmarks.isEmpty() ? null : given.benchmarks, then.benchmarks());
            for (String argument : ForkArguments.ofThisJvm()) {
                if (!then.jvmArgs().contains(argument)) {
                    throw changed("it was begun without " + argument);
                }
            }
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

    private void requireJmh(JmhFlags now, JmhFlags then) throws UsageException {
        require("-bm", now.modes(), then.modes());
        require("-t", now.threads(), then.threads());
        require("-to", now.timeout(), then.timeout());
        require("-jvmArgs", now.jvmArgs(), then.jvmArgs());
        require("-prof", now.profilers().isEmpty() ? null : now.profilers(), then.profilers());
    }

    /** The arms as they were then. {@code --jvm} may say that a JVM is at another place now. */
    private List<ArmSettings> arms(Manifest manifest, RunSettings settings) throws UsageException {
        List<ArmSettings> then = settings.arms().isEmpty() ? plain(manifest) : settings.arms();
        List<ArmSettings> arms = new ArrayList<>(then);
        List<ArmSettings> again = given.arms.isEmpty() ? List.of() : ArmSetups.settings(given.arms);
        for (ArmSettings now : again) {
            int index = then.stream().map(ArmSettings::label).toList().indexOf(now.label());
            if (index < 0) {
                throw changed("it has no arm " + now.label());
            }
            ArmSettings moved = new ArmSettings(
                    now.label(),
                    now.home(),
                    then.get(index).options(),
                    then.get(index).classPath());
            boolean plain = now.options().isEmpty() && now.classPath().isEmpty();
            if (!plain && !now.equals(moved)) {
                throw changed("arm " + now.label() + " was begun with other options");
            }
            arms.set(index, moved);
        }
        requireKnown(arms, again.stream().map(ArmSettings::label).toList(), settings);
        return arms;
    }

    /** What is given again needs no check: it is the user's own word. */
    private void requireKnown(List<ArmSettings> arms, List<String> again, RunSettings settings) throws UsageException {
        SentFolder sent = new SentFolder(folder, InstalledJdks.here());
        for (ArmSettings arm : arms) {
            if (!again.contains(arm.label())) {
                sent.requireKnown(arm);
            }
        }
        if (given.serverJvm == null && !settings.serverJvm().isEmpty()) {
            String flag = "; if that is right, name it again: --server-jvm";
            sent.requireKnown(Path.of(settings.serverJvm()), "the server's JVM", flag);
        }
        sent.requireOwn(settings.jvmArgs());
        if (given.jmhFlags().jvmArgs() == null && settings.jmh().jvmArgs() != null) {
            sent.requireHarmless(settings.jmh().jvmArgs(), "-jvmArgs", "; if that is right, give it again: -jvmArgs");
        }
    }

    /** The arms of a run that an earlier version began. */
    private List<ArmSettings> plain(Manifest manifest) {
        return manifest.jvms().stream()
                .filter(jvm -> !jvm.control())
                .map(jvm -> new ArmSettings(jvm.label(), privacy.reveal(jvm.home()), List.of(), List.of()))
                .toList();
    }

    private void requireSameArms(Manifest manifest, RunPlan plan, List<String> flags) throws UsageException {
        List<String> benchmarks =
                plan.scenarios().stream().map(Scenario::benchmark).toList();
        for (int i = 0; i < plan.setups().size(); i++) {
            requireSame(manifest.jvms().get(i), plan.setups().get(i).toRecord(flags, benchmarks));
        }
    }

    private void requireSame(JvmRecord then, JvmRecord now) throws UsageException {
        if (!Objects.equals(then.version(), now.version())
                || !Objects.equals(then.vendor(), now.vendor())
                || !Objects.equals(then.vm(), now.vm())) {
            throw changed("JVM " + then.label() + " is " + now.vm() + " of " + now.vendor() + ", but it was begun with "
                    + then.vm() + " of " + then.vendor());
        }
        if (then.arm() != null && !then.arm().classPath().equals(now.arm().classPath())) {
            throw changed("the class path of arm " + then.label() + " is not what it was begun with");
        }
    }

    private UsageException changed(String what) {
        return new UsageException("--resume " + folder + ": " + what);
    }
}
