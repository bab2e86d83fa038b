package foyer.media.local;

import foyer.media.delivery.OriginFile;
import foyer.media.delivery.OriginFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Files below one folder of this machine, and the playlists of live pictures, which are told anew each time. */
@ApplicationScoped
class FolderFiles implements OriginFiles {
    /** Bytes, of all file systems that are met. */
    private static final int LONGEST_NAME = 255;

    @Inject
    LocalSettings settings;

    @Inject
    LivePlaylists live;

    @Inject
    RecentFiles recent;

    @Override
    public Optional<OriginFile> find(String path) {
        return Optional.ofNullable(settings.directory())
                .flatMap(folder -> live.find(path).or(() -> find(folder, path)));
    }

    private Optional<OriginFile> find(Path folder, String path) {
        var file = folder.resolve(path.substring(1)).normalize();
        // Callers take plain paths only; a second look costs nothing.
        if (!file.startsWith(folder)) {
            return Optional.empty();
        }
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new OriginFile(
                            String.valueOf(file.getFileName()),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant(),
                            recent.of(FolderFile.of(file, attributes))))
                    : Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            if (!mayBeThere(folder, file)) {
                return Optional.empty();
            }
            throw new UncheckedIOException("The media folder cannot be read.", unreadable);
        }
    }

    // Systems do not say by a word of its own that nothing lies below a file, or that no name is that long.
    private static boolean mayBeThere(Path folder, Path file) {
        var at = folder;
        for (var name : folder.relativize(file)) {
            if (Files.isRegularFile(at) || name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                return false;
            }
            at = at.resolve(name);
        }
        return true;
    }
}
