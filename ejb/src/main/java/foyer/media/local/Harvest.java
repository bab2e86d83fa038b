package foyer.media.local;

import foyer.media.CannotMake;
import foyer.media.rendition.ThumbnailTrack;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.PlaylistType;
import io.lindstrom.m3u8.model.SegmentMap;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a recording of what was live, as {@link Workshop} makes one of a file. Nothing is encoded again, and segments lie on the disk
 * once however many recordings have them.
 *
 * @param plays where the live picture's renditions are
 * @param folder what plays is put here; it is there and empty
 * @param notes another folder, for what is needed meanwhile
 */
record Harvest(
        LocalSettings settings,
        Programs programs,
        LiveLadder ladder,
        LiveExtract extract,
        Path plays,
        Path folder,
        Path notes) {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int VERSION = 7;

    /** Fails with {@link CannotMake} or {@link LeftOff}. */
    void make() {
        ladder.folders().forEach(this::rendition);
        pictures();
        var master = new MasterPlaylist(source(), ladder.rungs(), folder).text();
        write(folder.resolve("master.m3u8"), master);
    }

    private void rendition(String name) {
        var to = Disk.folder(folder.resolve(name));
        var listed = new ArrayList<MediaSegment>();
        var initialization = "";
        for (var place = 0; place < extract.pieces().size(); place++) {
            var piece = extract.pieces().get(place);
            var from = plays.resolve(name).resolve(piece.feed().name());
            var segment = MediaSegment.builder()
                    .duration(piece.length(name).toNanos() / 1e9)
                    .uri(Feed.segment(place))
                    .discontinuity(extract.isGap(place));
            if (place == 0 || extract.isGap(place)) {
                initialization = place == 0 ? Feed.INITIALIZATION : String.format(Locale.ROOT, "init-%05d.mp4", place);
                link(from.resolve(Feed.INITIALIZATION), to.resolve(initialization));
                segment.segmentMap(SegmentMap.builder().uri(initialization).build());
            }
            link(from.resolve(Feed.segment(piece.number())), to.resolve(Feed.segment(place)));
            listed.add(segment.build());
        }
        var playlist = io.lindstrom.m3u8.model.MediaPlaylist.builder()
                .version(VERSION)
                .independentSegments(true)
                .playlistType(PlaylistType.VOD)
                .targetDuration(Encoding.SEGMENT_SECONDS)
                .ongoing(false)
                .mediaSegments(listed)
                .build();
        write(to.resolve("index.m3u8"), new MediaPlaylistParser().writePlaylistAsString(playlist));
    }

    private void pictures() {
        var length = MediaPlaylist.in(folder.resolve(ladder.largest().name())).length();
        var thumbnails = new Thumbnails(ladder.largest(), length);
        run(thumbnails.command(
                settings.ffmpeg(), folder.resolve(ladder.smallest().name()), folder));
        write(folder.resolve(ThumbnailTrack.FILE), thumbnails.webVtt());
        run(new Poster(source(), ladder.rungs()).command(settings.ffmpeg(), aMoment(), folder, 0));
    }

    /** A file of one segment, from early on. */
    private Path aMoment() {
        var place = extract.pieces().size() / 10;
        var piece = extract.pieces().get(place);
        var from = plays.resolve(ladder.largest().name()).resolve(piece.feed().name());
        var moment = notes.resolve("moment.mp4");
        return Disk.at(() -> {
            try (var to = Files.newOutputStream(moment)) {
                append(from.resolve(Feed.INITIALIZATION), to);
                append(from.resolve(Feed.segment(piece.number())), to);
            }
            return moment;
        });
    }

    private Source source() {
        var largest = ladder.largest();
        var sound = Track.of(1, "", "", "Audio 1");
        return new Source(
                0, largest.width(), largest.height(), ladder.rate(), false, List.of(sound), List.of(), null, null);
    }

    private void run(List<String> command) {
        var complaints = notes.resolve("pictures.log");
        if (programs.run(command, complaints, LIMIT, line -> true) != 0) {
            throw Complaint.in(complaints).onConverting();
        }
    }

    private static void append(Path part, OutputStream to) throws IOException {
        Files.copy(part, to);
    }

    private static void link(Path from, Path to) {
        Disk.at(() -> {
            try {
                return Files.createLink(to, from);
            } catch (UnsupportedOperationException | FileSystemException refused) {
                // Not every disk knows names that share a file.
                return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private static void write(Path file, String text) {
        Disk.at(() -> Files.writeString(file, text));
    }
}
