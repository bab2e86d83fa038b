package foyer.media.local;

import foyer.media.PartPermit;
import foyer.media.Recording;
import foyer.media.SomeRecordings;
import foyer.media.Transcode;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Signatures;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A machine with a folder for recordings. */
final class House {
    final LocalSettings settings;
    final LocalVodLibrary library;
    final PartFiles parts;
    final Shelves shelves;

    House(Path folder) {
        this(folder, usual -> usual);
    }

    House(Path folder, UnaryOperator<LocalSettings> otherwise) {
        this.settings = otherwise.apply(new LocalSettings(
                folder,
                URI.create("https://media.example.org"),
                "ffmpeg",
                "ffprobe",
                1,
                Duration.ofHours(1),
                1_000_000));
        this.library = new LocalVodLibrary(settings, new Programs(), new Signatures(new Secret(new byte[32])));
        this.parts = new PartFiles(settings);
        this.shelves = Shelves.of(settings);
    }

    void send(Recording recording, int part, byte[] bytes) {
        var permit = new PartPermit(recording.id(), part, recording.upload().length(part), SettableClock.NOON);
        parts.take(permit, new ByteArrayInputStream(bytes));
    }

    /** Sent whole, in two parts, and taken up. */
    Recording arrived(byte[] file) {
        var recording = SomeRecordings.anUploadOf(file.length, file.length / 2 + 1);
        library.open(recording);
        var cut = (int) recording.upload().partSize();
        send(recording, 1, Arrays.copyOf(file, cut));
        send(recording, 2, Arrays.copyOfRange(file, cut, file.length));
        library.close(recording);
        return SomeRecordings.takenUp(recording);
    }

    Transcode transcoded(byte[] file) {
        return library.transcode(arrived(file), percent -> true);
    }
}
