package foyer.media.ingest;

import foyer.shared.Fields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is fed, as its organizer wants it.
 *
 * @param call null: by RTMP, with an encoder that sends
 * @param captions that lie in the picture
 */
public record IngestChoice(@Nullable SrtCall call, List<LiveCaptions> captions) {
    /** Where nobody says otherwise. */
    public static final IngestChoice USUAL = new IngestChoice(null, List.of());

    public IngestChoice {
        captions = List.copyOf(captions);
    }

    /**
     * Empty where nothing was said of it. Fails with {@link foyer.shared.ValidationFailed} that carries all findings.
     *
     * @param callers how many of a channel's pipelines each call an encoder; empty: none does
     * @param readsCaptions whether the origin reads them out of the picture
     */
    public static Optional<IngestChoice> read(Fields submitted, OptionalInt callers, boolean readsCaptions) {
        var choice = submitted.group("ingest").flatMap(ingest -> choice(ingest, callers, readsCaptions));
        submitted.refuseUnknown();
        submitted.throwIfRefused();
        return choice;
    }

    private static Optional<IngestChoice> choice(Fields ingest, OptionalInt callers, boolean readsCaptions) {
        ingest.require("protocol");
        var captions = LiveCaptions.read(ingest, readsCaptions);
        var protocol = ingest.text("protocol").orElse("");
        if (protocol.equals(IngestProtocol.SRT.name())) {
            if (callers.isEmpty()) {
                ingest.refuse(
                        "protocol",
                        "not_supported",
                        "Nobody here calls an encoder by SRT: channels on one machine take RTMP alone.");
            }
            return SrtCall.read(ingest, callers.orElse(0)).map(call -> new IngestChoice(call, captions));
        }
        if (protocol.equals(IngestProtocol.RTMP.name())) {
            ingest.refuseUnknown();
        } else if (ingest.has("protocol")) {
            ingest.refuse("protocol", "unknown_value", "This must be one of RTMP, SRT.");
        }
        return Optional.of(new IngestChoice(null, captions));
    }
}
