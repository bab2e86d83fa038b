package foyer.media.local;

import foyer.media.CannotMake;
import foyer.media.Progress;
import foyer.media.rendition.Rendition;
import foyer.media.rendition.ThumbnailTrack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes of one file all that plays, in a folder beside.
 *
 * @param file what was sent
 * @param folder what plays is put here; it is there and empty
 * @param notes another folder, for what the programs say
 * @param patience with an encoder that gets no further
 * @param progress is asked every half second whether to go on
 */
record Workshop(
        LocalSettings settings,
        Programs programs,
        Path file,
        Path folder,
        Path notes,
        Duration patience,
        Progress progress) {
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final int TIMES_THE_LENGTH = 30;
    private static final int NEARLY_ALL = 97;
    private static final int MOST_SAID = 1_000_000;
    private static final String REACHED = "out_time_us=";

    /** How long it plays. Fails with {@link CannotMake} or {@link LeftOff}. */
    Duration make() {
        var source = probed();
        var ladder = Rendition.ladder(source.width(), source.height());
        refuseTooLong(source.length() == null ? Duration.ZERO : source.length());
        refuseWithoutRoom(source, ladder);
        folders(source, ladder);
        encode(source, ladder);
        var length = MediaPlaylist.in(folder.resolve(ladder.get(0).name())).length();
        source.saidPictureLength().ifPresent(said -> refuseCutOff(said, length));
        pictures(source, ladder, length);
        captions(source, length);
        write("master.m3u8", new MasterPlaylist(source, ladder, folder).text());
        return length;
    }

    private Source probed() {
        var said = new StringBuilder();
        var command = new ArrayList<>(List.of(settings.ffprobe(), "-v", "error"));
        command.addAll(Input.guard());
        command.addAll(List.of("-show_format", "-show_streams", "-of", "json", file.toString()));
        var complaints = notes.resolve("probe.log");
        if (programs.run(command, complaints, SHORT, line -> isHeard(said, line)) != 0) {
            throw Complaint.in(complaints).onReading();
        }
        return SourceReading.read(said.toString());
    }

    // What a hostile file makes it say must not fill the heap.
    static boolean isHeard(StringBuilder said, String line) {
        if (said.length() + line.length() >= MOST_SAID) {
            throw CannotMake.ever(
                    "This file says more of itself than is read, by its tags or by how many tracks it has. Send it without them.");
        }
        said.append(line).append('\n');
        return true;
    }

    private void encode(Source source, List<Rendition> ladder) {
        var length = source.saidLength().orElse(settings.longest());
        var limit = LEAST.plus(length.multipliedBy(TIMES_THE_LENGTH));
        var complaints = notes.resolve("encode.log");
        var reached = new AtomicLong();
        var command = new Encoding(settings, source, ladder, file, folder).command(limit);
        var rungs = ladder.stream().map(rung -> folder.resolve(rung.name())).toList();
        var status = programs.run(command, complaints, limit, new Standstill(rungs, patience), line -> {
            reached.set(Math.max(reached.get(), micros(line)));
            refuseTooLong(Duration.ofNanos(reached.get() * 1_000));
            refuseFullDisk();
            var percent = source.length() == null
                    ? 0
                    : reached.get() / 10 / Math.max(1, source.length().toMillis());
            return progress.reached((int) Math.min(NEARLY_ALL, percent));
        });
        if (status != 0) {
            throw Complaint.in(complaints).onConverting();
        }
    }

    private void pictures(Source source, List<Rendition> ladder, Duration length) {
        var thumbnails = new Thumbnails(ladder.get(0), length);
        var complaints = notes.resolve("pictures.log");
        var smallest = folder.resolve(ladder.get(ladder.size() - 1).name());
        run(thumbnails.command(settings.ffmpeg(), smallest, folder), complaints);
        write(ThumbnailTrack.FILE, thumbnails.webVtt());
        var at = length.dividedBy(10).toMillis() / 1000.0;
        run(new Poster(source, ladder).command(settings.ffmpeg(), file, folder, at), complaints);
        if (!Files.exists(folder.resolve(Poster.FILE))) {
            run(new Poster(source, ladder).command(settings.ffmpeg(), file, folder, 0), complaints);
        }
    }

    private void run(List<String> command, Path complaints) {
        if (programs.run(command, complaints, LEAST, line -> progress.reached(NEARLY_ALL)) != 0) {
            throw Complaint.in(complaints).onConverting();
        }
    }

    private void captions(Source source, Duration length) {
        for (var place = 0; place < source.captions().size(); place++) {
            var rendition = folder.resolve(Encoding.captionsFolder(place));
            Captions.in(rendition).write(rendition, length);
        }
    }

    private void folders(Source source, List<Rendition> ladder) {
        ladder.forEach(rung -> Disk.folder(folder.resolve(rung.name())));
        for (var place = 0; place < source.sounds().size(); place++) {
            Disk.folder(folder.resolve(Encoding.soundFolder(place)));
        }
        for (var place = 0; place < source.captions().size(); place++) {
            Disk.folder(folder.resolve(Encoding.captionsFolder(place)));
        }
    }

    private void refuseTooLong(Duration length) {
        if (length.compareTo(settings.longest()) > 0) {
            throw CannotMake.ever(String.format(
                    Locale.ROOT,
                    "This video is longer than %d minutes, which is the most that this server takes.",
                    settings.longest().toMinutes()));
        }
    }

    private static void refuseCutOff(Duration said, Duration played) {
        var tolerated = Math.max(2_000, said.toMillis() / 30);
        if (said.toMillis() - played.toMillis() > tolerated) {
            throw CannotMake.ever(String.format(
                    Locale.ROOT,
                    "This file says that it lasts %d seconds, and ends after %d: it is cut off. Send all of it again.",
                    said.toSeconds(),
                    played.toSeconds()));
        }
    }

    private void refuseWithoutRoom(Source source, List<Rendition> ladder) {
        var kilobits = ladder.stream().mapToLong(Rendition::kilobits).sum()
                + 128L * source.sounds().size();
        var seconds = source.saidLength().orElse(Duration.ZERO).toSeconds();
        if (Disk.free(folder) < kilobits * 1_000 / 8 * seconds + settings.spare()) {
            throw Complaint.full();
        }
    }

    // ffmpeg does not notice, and others need the disk too.
    private void refuseFullDisk() {
        if (Disk.free(folder) < settings.spare()) {
            throw Complaint.full();
        }
    }

    private void write(String name, String text) {
        Disk.at(() -> Files.writeString(folder.resolve(name), text));
    }

    private static long micros(String line) {
        try {
            return line.startsWith(REACHED) ? Long.parseLong(line.substring(REACHED.length())) : 0;
        } catch (NumberFormatException notYet) {
            return 0;
        }
    }
}
