package foyer.media.aws;

import foyer.media.Trouble;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.Job;

/**
 * Why a job ended without anything that plays, in words for an organizer.
 *
 * @see <a href="https://docs.aws.amazon.com/mediaconvert/latest/ug/mediaconvert_error_codes.html">MediaConvert's error codes</a>
 */
final class JobTroubles {
    private static final int SHOWN = 200;
    /** The input itself: it cannot be opened, decoded or understood. */
    private static final Set<Integer> FILE = Set.of(1020, 1022, 1030, 1040, 1055);
    /** The role or the bucket. */
    private static final Set<Integer> RIGHTS = Set.of(1401, 1404, 1432, 1433, 1434, 1435, 1436);

    private JobTroubles() {}

    static Trouble of(Job job) {
        return switch (job.status()) {
            case CANCELED -> new Trouble("Somebody cancelled the job. Complete the upload again.", true);
            case ERROR -> error(job.errorCode() == null ? 0 : job.errorCode(), job.errorMessage());
            case SUBMITTED, PROGRESSING, COMPLETE, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalStateException("This is no trouble: " + job.statusAsString());
        };
    }

    private static Trouble error(int code, @Nullable String message) {
        if (FILE.contains(code)) {
            return new Trouble(
                    String.format(
                            Locale.ROOT,
                            "MediaConvert cannot read this file as a video (%d): %s",
                            code,
                            plain(message)),
                    false);
        }
        if (RIGHTS.contains(code)) {
            return new Trouble(
                    String.format(
                            Locale.ROOT,
                            "MediaConvert may not read or write the bucket (%d). The operator has to see to its role; complete the upload again then.",
                            code),
                    true);
        }
        return new Trouble(
                String.format(
                        Locale.ROOT,
                        "MediaConvert could not convert this video (%d): %s Complete the upload again.",
                        code,
                        plain(message)),
                true);
    }

    // Where the file lies is nobody's business.
    private static String plain(@Nullable String message) {
        var text = String.valueOf(message)
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("(s3://|/)\\S*", "…")
                .strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
