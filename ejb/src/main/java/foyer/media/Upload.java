package foyer.media;

import foyer.shared.Fields;
import foyer.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A file as it is sent: in parts of one size, the last one shorter. The bounds are S3's for multipart uploads.
 *
 * @param size in bytes, as {@code partSize}
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Amazon S3's multipart upload limits</a>
 */
public record Upload(String fileName, long size, long partSize) {
    private static final long USUAL_PART = 16L << 20;
    private static final long MEGABYTE = 1L << 20;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_NAME = 255;
    private static final List<String> ENDINGS = List.of(".mp4", ".m4v", ".mov", ".mkv", ".webm");
    private static final List<String> TYPES = List.of(
            "video/mp4",
            "video/x-m4v",
            "video/quicktime",
            "video/x-matroska",
            "video/webm",
            "application/octet-stream");

    /** Reads what somebody wants to send; fails with {@link foyer.shared.ValidationFailed} that carries all findings. */
    static Upload read(Fields submitted, long largest) {
        submitted.require("fileName");
        submitted.require("size");
        var name = Texts.line(submitted, "fileName", LONGEST_NAME).orElse("");
        var size = submitted.wholeNumber("size").orElse(1L);
        var type = submitted.text("contentType");
        submitted.refuseUnknown();
        if (submitted.has("fileName") && !endsLikeVideo(name)) {
            submitted.refuse(
                    "fileName", "unknown_value", "This must end with one of " + String.join(", ", ENDINGS) + ".");
        }
        if (size < 1 || size > largest) {
            submitted.refuse("size", "out_of_range", "This must be from 1 to " + largest + " bytes.");
        }
        type.filter(named -> !TYPES.contains(named))
                .ifPresent(other ->
                        submitted.refuse("contentType", "unknown_value", "This must be one of " + TYPES + "."));
        submitted.throwIfRefused();
        return new Upload(name, size, partSize(size));
    }

    /** Whether no file was sent: its name has the ending of none. */
    public boolean ofWhatWasLive() {
        return !endsLikeVideo(fileName);
    }

    /** Parts are numbered from 1 on. */
    public int parts() {
        return (int) ((size + partSize - 1) / partSize);
    }

    public IntStream numbers() {
        return IntStream.rangeClosed(1, parts());
    }

    public boolean has(int part) {
        return part >= 1 && part <= parts();
    }

    /** How many bytes this part has. */
    public long length(int part) {
        return Math.min(partSize, size - (part - 1) * partSize);
    }

    private static boolean endsLikeVideo(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static long partSize(long size) {
        var least = (size + MOST_PARTS - 1) / MOST_PARTS;
        return Math.max(USUAL_PART, (least + MEGABYTE - 1) / MEGABYTE * MEGABYTE);
    }
}
