package fanout.record;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a run whose manifest has no checksums of its forks' files: they can't be verified.
 *
 * <p>Tested by {@code fanout.cli.MissingChecksumsTest}.
 */
public final class MissingChecksums {
    private MissingChecksums() {}

    /** One line that names the folder; empty if the files of all forks can be verified. */
    public static Optional<String> of(Manifest manifest, String folder) {
        List<ForkRecord> measured =
                manifest.forks().stream().filter(ForkRecord::endedWell).toList();
        long missing = measured.stream().filter(fork -> !fork.hasChecksum()).count();
        if (missing == 0) {
            return Optional.empty();
        }
        return Optional.of(folder + ": "
                + (missing == measured.size()
                        ? "its files can't be verified, since the run is older than the checksums"
                        : "the files of " + missing + " of " + measured.size()
                                + " forks can't be verified, since " + FileNames.MANIFEST
                                + " has no checksums of them"));
    }
}
