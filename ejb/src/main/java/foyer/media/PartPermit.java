package foyer.media;

import foyer.shared.Forbidden;
import foyer.shared.Signatures;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The right to send one part of an upload, until a moment: a text that only we can make.
 *
 * @param length how many bytes the part has
 * @param until to the second
 */
public record PartPermit(RecordingId recording, int part, long length, Instant until) {
    private static final String PURPOSE = "upload-part";
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22}):([0-9]{1,6}):([0-9]{1,13}):([0-9]{1,11})");

    /** Safe in any address. */
    public String signed(Signatures signatures) {
        return signatures.sign(PURPOSE, recording.value() + ":" + part + ":" + length + ":" + until.getEpochSecond());
    }

    /** Fails with {@link Forbidden} for what we did not make, and with {@link PermitExpired} when it is over. */
    static PartPermit read(String text, Signatures signatures, Instant now) {
        var signed = signatures.verify(PURPOSE, text).map(FORM::matcher).filter(matcher -> matcher.matches());
        var form = signed.orElseThrow(() -> new Forbidden("This address is none that was given out for an upload."));
        var permit = new PartPermit(
                new RecordingId(form.group(1)),
                Integer.parseInt(form.group(2)),
                Long.parseLong(form.group(3)),
                Instant.ofEpochSecond(Long.parseLong(form.group(4))));
        if (!now.isBefore(permit.until)) {
            throw new PermitExpired();
        }
        return permit;
    }
}
