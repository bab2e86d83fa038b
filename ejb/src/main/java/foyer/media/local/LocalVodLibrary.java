package foyer.media.local;

import foyer.media.CannotMake;
import foyer.media.PartPermit;
import foyer.media.Progress;
import foyer.media.Recording;
import foyer.media.Transcode;
import foyer.media.VodLibrary;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.MediaTimeline;
import foyer.media.captions.WebVtt;
import foyer.shared.Signatures;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Recordings in a folder, made by ffmpeg on this very machine. What plays appears as a whole or not at all. */
final class LocalVodLibrary implements VodLibrary {
    private static final int TIMES_THE_FILE = 2;
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private final LocalSettings settings;
    private final Programs programs;
    private final Signatures signatures;

    LocalVodLibrary(LocalSettings settings, Programs programs, Signatures signatures) {
        this.settings = settings;
        this.programs = programs;
        this.signatures = signatures;
    }

    @Override
    public Optional<String> lacking() {
        return settings.lacking();
    }

    @Override
    public void open(Recording recording) {
        var shelves = shelves();
        if (Disk.isFolder(shelves.arrived(recording.id()))) {
            return;
        }
        Disk.ensureRoom(shelves.root(), recording.upload().size() * TIMES_THE_FILE + settings.spare());
        Disk.folder(shelves.arriving(recording.id()));
    }

    @Override
    public String addressOf(Recording recording, int part, Instant until) {
        var permit = new PartPermit(recording.id(), part, recording.upload().length(part), until);
        return "uploads/" + permit.signed(signatures);
    }

    @Override
    public Map<Integer, Long> parts(Recording recording) {
        var shelves = shelves();
        var arriving = shelves.arriving(recording.id());
        var sizes = new TreeMap<Integer, Long>();
        PartFiles.in(Disk.isFolder(arriving) ? arriving : shelves.arrived(recording.id()))
                .forEach((part, file) -> sizes.put(part, Disk.at(() -> Files.size(file))));
        return sizes;
    }

    @Override
    public void close(Recording recording) {
        var shelves = shelves();
        Disk.isMoved(shelves.arriving(recording.id()), shelves.arrived(recording.id()));
    }

    @Override
    public Transcode transcode(Recording recording, Progress progress) {
        var shelves = shelves();
        try {
            var published = shelves.published(recording);
            if (!Disk.isFolder(published)) {
                make(recording, progress, shelves, published);
            }
            Disk.remove(shelves.arrived(recording.id()));
            return new Transcode.Done(lengthOf(published));
        } catch (CannotMake refused) {
            if (!refused.trouble().curable()) {
                Disk.remove(shelves.arrived(recording.id()));
            }
            return new Transcode.Failed(refused.trouble());
        } catch (LeftOff stopped) {
            return new Transcode.Left();
        } finally {
            Disk.remove(shelves.staged(recording));
        }
    }

    @Override
    public Playback playback(Recording recording) {
        var address = settings.address();
        if (address == null) {
            throw new IllegalStateException("Somebody asks where recordings play, and nobody said where that is.");
        }
        var root = address.toString().replaceFirst("/$", "");
        var folder = "/" + recording.event().value() + "/" + recording.id().value() + "/";
        return new Playback(
                URI.create(root + folder + "master.m3u8"), URI.create(root + "/posters" + folder + Poster.FILE));
    }

    @Override
    public List<CaptionTrack> captions(Recording recording) {
        return captionsOf(recording).tracks();
    }

    @Override
    public void offer(Recording recording, CaptionTrack track, WebVtt captions) {
        var shelf = captionsOf(recording);
        var timeline = recording.upload().ofWhatWasLive() ? shelf.timeline() : MediaTimeline.FROM_ZERO;
        shelf.offer(track, captions, lengthOf(shelves().published(recording)), timeline);
    }

    @Override
    public void withdraw(Recording recording, String language) {
        captionsOf(recording).withdraw(language);
    }

    @Override
    public void delete(Recording recording) {
        var shelves = shelves();
        Disk.remove(shelves.arriving(recording.id()));
        Disk.remove(shelves.arrived(recording.id()));
        Disk.remove(shelves.staging(recording.id()));
        // Nobody is to meet half of it.
        Disk.isMoved(shelves.published(recording), shelves.leaving(recording.id()));
        Disk.remove(shelves.leaving(recording.id()));
    }

    @Override
    public boolean worksElsewhere() {
        return false;
    }

    private CaptionShelf captionsOf(Recording recording) {
        var shelves = shelves();
        return new CaptionShelf(shelves.published(recording), shelves.staging(recording.id()));
    }

    private void make(Recording recording, Progress progress, Shelves shelves, Path published) {
        Disk.remove(shelves.staging(recording.id()));
        var notes = Disk.folder(shelves.staged(recording));
        var folder = Disk.folder(notes.resolve("plays"));
        var file = new Joining(shelves, settings.spare(), progress).file(recording);
        new Workshop(settings, programs, file, folder, notes, STANDSTILL, progress).make();
        Disk.isMoved(folder, published);
    }

    static Duration lengthOf(Path published) {
        return Disk.at(() -> {
            try (var renditions = Files.newDirectoryStream(published, "*p")) {
                return MediaPlaylist.in(renditions.iterator().next()).length();
            }
        });
    }

    private Shelves shelves() {
        return Shelves.of(settings);
    }
}
