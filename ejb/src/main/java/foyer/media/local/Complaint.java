package foyer.media.local;

import foyer.media.CannotMake;
import foyer.media.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What ffmpeg or ffprobe said when they failed, put into words for an organizer.
 *
 * @param text the end of it
 */
record Complaint(String text) {
    private static final int LONGEST = 4_000;
    private static final int SHOWN = 200;

    static Complaint in(Path file) {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - LONGEST));
            var bytes = ByteBuffer.allocate(LONGEST);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return new Complaint(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip());
        } catch (IOException none) {
            return new Complaint("");
        }
    }

    /** Of a file that could not be read at all. */
    CannotMake onReading() {
        if (text.contains("moov atom not found")) {
            return CannotMake.ever("This file is cut off before its index, or is no video. Send all of it again.");
        }
        return general("This is no video that we can read. Send an mp4, mov, mkv or webm file.", false);
    }

    /** Of one that could not be converted. */
    CannotMake onConverting() {
        if (text.contains("exceeds specified max pixel count")) {
            return CannotMake.ever(String.format(
                    Locale.ROOT,
                    "In the midst of this file its picture becomes larger than %1$d by %1$d pixels.",
                    SourceReading.LARGEST));
        }
        return general("ffmpeg could not convert this video: " + lastLine(), true);
    }

    /** Of a live picture that could not be made, or not to its end. */
    Trouble onEncoding() {
        return text.contains("No space left on device")
                ? fullWhileLive()
                : new Trouble("ffmpeg could not make the live picture: " + lastLine(), true);
    }

    static Trouble fullWhileLive() {
        return new Trouble("The server's disk is full. Make room; until then it takes no live picture.", true);
    }

    static Trouble stuckWhileLive(Duration patience) {
        return new Trouble(
                "ffmpeg took nothing of the live picture for " + patience.toSeconds()
                        + " seconds, and was ended. The picture goes on with what the encoder sends next; where it does not, start the encoder again.",
                true);
    }

    private CannotMake general(String otherwise, boolean curable) {
        if (text.contains("No space left on device")) {
            return full();
        }
        if (text.contains("Unknown encoder")) {
            return CannotMake.yet("The server's ffmpeg lacks an encoder: " + lastLine());
        }
        return curable ? CannotMake.yet(otherwise) : CannotMake.ever(otherwise);
    }

    static CannotMake full() {
        return CannotMake.yet("The server's disk is full. Make room, and complete the upload again.");
    }

    /** What is told of what was live: nobody has sent it, and it is made again by itself. */
    static Trouble onHarvesting(Trouble why) {
        return why.equals(full().trouble())
                ? new Trouble("The server's disk is full. Make room; the recording is made then.", true)
                : why;
    }

    private String lastLine() {
        var line = text.substring(text.lastIndexOf('\n') + 1).replaceAll("\\p{Cntrl}", " ");
        // Where the file lies on the server is nobody's business.
        var plain = line.replaceAll("/\\S*", "…").strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }
}
