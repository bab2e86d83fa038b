package foyer.media;

import foyer.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Who has it may send the picture of a broadcast: for organizers alone, and never in a log. */
public record StreamKey(String value) {

    public static StreamKey fresh() {
        return new StreamKey(Ids.fresh());
    }

    /** Takes as long for a near miss as for any other. */
    public boolean is(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "StreamKey[hidden]";
    }
}
