package foyer.media.ingest;

import foyer.shared.Fields;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How an organizer wants a stream to be fed.
 *
 * @param call null: by RTMP, with an encoder that sends
 */
public record IngestChoice(@Nullable SrtCall call) {

    /**
     * Empty where nothing was said of it. Fails with {@link foyer.shared.ValidationFailed} that carries all findings.
     *
     * @param callers how many of a channel's pipelines each call an encoder; empty: none does
     */
    public static Optional<IngestChoice> read(Fields submitted, OptionalInt callers) {
        var choice = submitted.group("ingest").flatMap(ingest -> choice(ingest, callers));
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        return choice;
    }

    private static Optional<IngestChoice> choice(Fields ingest, OptionalInt callers) {
        ingest.require("protocol");
        var protocol = ingest.text("protocol").orElse("");
        if (protocol.equals(IngestProtocol.SRT.name())) {
            if (callers.isEmpty()) {
                ingest.refuse(
                        "protocol",
                        "not_supported",
                        "Nobody here calls an encoder by SRT: channels on one machine take RTMP alone.");
            }
            return SrtCall.read(ingest, callers.orElse(0)).map(IngestChoice::new);
        }
        if (protocol.equals(IngestProtocol.RTMP.name())) {
            ingest.refuseUnknown();
        } else if (ingest.has("protocol")) {
            ingest.refuse("protocol", "unknown_value", "This must be one of RTMP, SRT.");
        }
        return Optional.of(new IngestChoice(null));
    }

    /** @param other how something is fed; null: by RTMP */
    public boolean is(@Nullable SrtCall other) {
        return Objects.equals(call, other);
    }
}
