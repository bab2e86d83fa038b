package foyer.media.local;

import foyer.media.captions.CaptionRendition;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.CaptionedManifest;
import foyer.media.captions.MediaTimeline;
import foyer.media.captions.WebVtt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The captions of recordings that play. A rendition appears as a whole, and then the manifest that names it, so that whoever
 * watches meanwhile meets neither half of one nor none.
 */
final class CaptionShelf {
    private static final String MANIFEST = "master.m3u8";
    // What tells when a segment begins comes before its picture.
    private static final int BEGINNING = 1 << 16;

    // A manifest is read, changed and written by one at a time. This origin is one machine's.
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path published;
    private final Path backstage;

    /**
     * @param published where the recording plays
     * @param backstage on the same disk, where nobody looks
     */
    CaptionShelf(Path published, Path backstage) {
        this.published = published;
        this.backstage = backstage;
    }

    List<CaptionTrack> tracks() {
        return manifest().tracks();
    }

    /** By which clock the segments count. Only a recording of what was live need be asked. */
    MediaTimeline timeline() {
        var rendition = manifest().rendition();
        var playlist = Disk.at(() -> Files.readString(published.resolve(rendition)));
        return MediaTimeline.read(rendition, playlist, this::beginningOf);
    }

    private byte[] beginningOf(String file) {
        return Disk.at(() -> {
            try (var bytes = Files.newInputStream(published.resolve(file))) {
                return bytes.readNBytes(BEGINNING);
            }
        });
    }

    void offer(CaptionTrack track, WebVtt captions, Duration length, MediaTimeline timeline) {
        var folder = CaptionRendition.folder(track, captions);
        var being = Disk.folder(backstage.resolve("captions-" + UUID.randomUUID()));
        Captions.write(being, new CaptionRendition(captions, length, timeline, Encoding.SEGMENT_SECONDS));
        change(track.language(), manifest -> {
            if (!Disk.isFolder(published.resolve(folder))) {
                Disk.isMoved(being, published.resolve(folder));
            }
            return manifest.with(track, folder);
        });
        Disk.remove(being);
    }

    void withdraw(String language) {
        change(language, manifest -> manifest.without(language));
    }

    private void change(String language, UnaryOperator<CaptionedManifest> change) {
        synchronized (ONE_AT_A_TIME) {
            var before = manifest();
            var after = change.apply(before);
            var being = Disk.folder(backstage).resolve("manifest-" + UUID.randomUUID());
            Disk.at(() -> Files.writeString(being, after.text()));
            Disk.at(() -> Files.move(
                    being,
                    published.resolve(MANIFEST),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING));
            before.folder(language)
                    .filter(folder ->
                            after.folder(language).filter(folder::equals).isEmpty())
                    .ifPresent(folder -> Disk.remove(published.resolve(folder)));
        }
    }

    private CaptionedManifest manifest() {
        return CaptionedManifest.read(Disk.at(() -> Files.readString(published.resolve(MANIFEST))));
    }
}
