package foyer.media.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import foyer.media.CannotMake;
import foyer.media.Progress;
import foyer.media.Recording;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes one file of the parts; whoever died over it is followed by somebody who begins anew. */
final class Joining {
    private final Shelves shelves;
    private final long spare;
    private final Progress progress;

    Joining(Shelves shelves, long spare, Progress progress) {
        this.shelves = shelves;
        this.spare = spare;
        this.progress = progress;
    }

    /** The file of an upload that is whole; fails with {@link CannotMake} or {@link LeftOff}. */
    Path file(Recording recording) {
        var folder = shelves.arrived(recording.id());
        var whole = folder.resolve("whole");
        if (Files.exists(whole)) {
            return whole;
        }
        var parts = PartFiles.in(folder);
        if (parts.size() != recording.upload().parts()) {
            throw CannotMake.ever("The file is not on this server any more. Send it again.");
        }
        if (Disk.free(folder) < recording.upload().size() + spare) {
            throw Complaint.full();
        }
        var beside = folder.resolve("joining");
        Disk.at(() -> {
            try (var to = FileChannel.open(beside, CREATE, TRUNCATE_EXISTING, WRITE)) {
                for (var part : parts.values()) {
                    append(part, to);
                }
            }
            return Files.move(beside, whole);
        });
        parts.values().forEach(Disk::remove);
        return whole;
    }

    private void append(Path part, FileChannel to) throws IOException {
        if (!progress.reached(0)) {
            throw new LeftOff();
        }
        try (var from = FileChannel.open(part, READ)) {
            for (var at = 0L; at < from.size(); ) {
                at += from.transferTo(at, from.size() - at, to);
            }
        }
    }
}
