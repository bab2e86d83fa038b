package foyer.media.local;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import foyer.media.Arrivals;
import foyer.media.PartBroken;
import foyer.media.PartPermit;
import foyer.shared.Ids;
import foyer.shared.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Parts as files: written beside, named by their number once they are whole. */
final class PartFiles implements Arrivals {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int BUFFER = 128 << 10;

    private final LocalSettings settings;

    PartFiles(LocalSettings settings) {
        this.settings = settings;
    }

    @Override
    public void take(PartPermit permit, InputStream body) {
        var folder = Shelves.of(settings).arriving(permit.recording());
        if (!Disk.isFolder(folder)) {
            throw new NotFound("upload, or no longer");
        }
        Disk.ensureRoom(folder, permit.length() + settings.spare());
        var beside = folder.resolve(Ids.fresh() + ".coming");
        try {
            write(permit, body, beside);
            if (!Disk.isMoved(beside, folder.resolve(Integer.toString(permit.part())))) {
                throw new NotFound("upload, or no longer");
            }
        } finally {
            Disk.remove(beside);
        }
    }

    /** The parts in a folder, by number. */
    static Map<Integer, Path> in(Path folder) {
        var parts = new TreeMap<Integer, Path>();
        if (!Disk.isFolder(folder)) {
            return parts;
        }
        return Disk.at(() -> {
            try (var files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> number(file, parts));
            }
            return parts;
        });
    }

    private static void number(Path file, Map<Integer, Path> parts) {
        var name = String.valueOf(file.getFileName());
        if (NUMBER.matcher(name).matches()) {
            parts.put(Integer.valueOf(name), file);
        }
    }

    private static void write(PartPermit permit, InputStream body, Path file) {
        Disk.at(() -> {
            try (var to = Files.newOutputStream(file, CREATE_NEW, WRITE)) {
                copy(permit, body, to);
            }
            return file;
        });
    }

    // However long the part is, no more of it is held than the buffer.
    private static void copy(PartPermit permit, InputStream body, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        var left = permit.length();
        for (var count = read(permit, body, buffer); count >= 0; count = read(permit, body, buffer)) {
            left -= count;
            if (left < 0) {
                break;
            }
            to.write(buffer, 0, count);
        }
        if (left != 0) {
            throw new PartBroken(permit.part(), permit.length());
        }
    }

    private static int read(PartPermit permit, InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException brokenOff) {
            throw new PartBroken(permit.part(), permit.length());
        }
    }
}
