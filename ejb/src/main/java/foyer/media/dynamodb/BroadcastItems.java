package foyer.media.dynamodb;

import static foyer.shared.dynamodb.Items.attribute;
import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.event.EventId;
import foyer.media.Airtime;
import foyer.media.Broadcast;
import foyer.media.BroadcastId;
import foyer.media.ChannelGoal;
import foyer.media.ChannelState;
import foyer.media.HarvestState;
import foyer.media.InputFinding;
import foyer.media.InputHealth;
import foyer.media.RecordingId;
import foyer.media.StreamKey;
import foyer.media.Trouble;
import foyer.media.cost.CapLevel;
import foyer.media.cost.Meter;
import foyer.media.cost.Spending;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import foyer.shared.JsonText;
import foyer.shared.Seal;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns broadcasts into items of their table and back. What there is nothing of is left out, so that the index of what is due
 * holds nothing else; {@code writtenBy} is the id of the write that made the item.
 */
final class BroadcastItems {
    /** The same in all that are due: there are few of them at any time. */
    static final String LANE = "due";

    private static final String STREAM_KEY = "stream key";
    private static final String CALL = "srt call";

    private final Seal seal;

    BroadcastItems(Seal seal) {
        this.seal = seal;
    }

    static Map<String, AttributeValue> key(EventId event) {
        return Map.of("eventId", text(event.value()));
    }

    Map<String, AttributeValue> item(Broadcast broadcast, String writtenBy) {
        var item = new HashMap<>(key(broadcast.event()));
        item.put("broadcastId", text(broadcast.id().value()));
        // Whoever reads the store must not be able to send a picture, nor to fetch one: some encoders let in whoever
        // knows their stream id.
        item.put(
                "streamKey",
                sealed(broadcast.id(), STREAM_KEY, broadcast.streamKey().value()));
        var call = broadcast.call();
        if (call != null) {
            item.put("sealedSrt", sealed(broadcast.id(), CALL, JsonText.of(call.tree())));
        }
        if (!broadcast.captions().isEmpty()) {
            item.put("captions", text(JsonText.of(captions(broadcast.captions()))));
        }
        item.put("wanted", text(broadcast.wanted().name()));
        item.put("state", text(broadcast.state().name()));
        item.put("attempts", number(broadcast.attempts()));
        item.put("startsAt", moment(broadcast.startsAt()));
        item.put("harvest", text(broadcast.harvest().name()));
        putHealth(item, broadcast.health());
        putAirtime(item, broadcast.airtime());
        putMeter(item, broadcast.meter());
        item.put("costTold", text(broadcast.spending().told().name()));
        item.put("rungsLeftOut", number(broadcast.spending().rungsLeftOut()));
        var trouble = broadcast.trouble();
        if (trouble != null) {
            item.put("trouble", text(trouble.words()));
            item.put("curable", truth(trouble.curable()));
        }
        var recording = broadcast.recording();
        putText(item, "recordingId", recording == null ? null : recording.value());
        putText(item, "displaced", broadcast.displaced());
        broadcast.due().ifPresent(due -> {
            item.put("dueLane", text(LANE));
            item.put("dueAt", moment(due));
        });
        item.put("version", number(broadcast.version()));
        item.put("createdAt", moment(broadcast.createdAt()));
        item.put("updatedAt", moment(broadcast.updatedAt()));
        item.put("writtenBy", text(writtenBy));
        return item;
    }

    Broadcast broadcast(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var id = new BroadcastId(item.text("broadcastId"));
        var recording = item.textIfThere("recordingId");
        return new Broadcast(
                id,
                new EventId(item.text("eventId")),
                streamKey(item.text("streamKey"), id),
                call(item.textIfThere("sealedSrt"), id),
                captions(item.textIfThere("captions")),
                ChannelGoal.valueOf(item.text("wanted")),
                ChannelState.valueOf(item.text("state")),
                health(item),
                trouble(item),
                (int) item.number("attempts"),
                item.instant("startsAt"),
                new Airtime(
                        item.instantIfThere("startedAt"),
                        item.instantIfThere("fedSince"),
                        item.instantIfThere("fedAt"),
                        item.instantIfThere("stoppedAt")),
                meter(item),
                spending(item),
                HarvestState.valueOf(item.text("harvest")),
                recording == null ? null : new RecordingId(recording),
                item.textIfThere("displaced"),
                item.number("version"),
                item.instant("createdAt"),
                item.instant("updatedAt"),
                item.instantIfThere("dueAt"));
    }

    static AttributeValue moment(Instant moment) {
        return number(moment.toEpochMilli());
    }

    private AttributeValue sealed(BroadcastId id, String purpose, String value) {
        return text(seal.seal(purpose, id.value(), value));
    }

    // Under another secret of the deployment's nobody knows it: what was prepared under the old one takes no picture
    // any more.
    private StreamKey streamKey(String sealed, BroadcastId id) {
        return seal.open(STREAM_KEY, id.value(), sealed).map(StreamKey::new).orElseGet(StreamKey::fresh);
    }

    // Nor whom it is to call then; what runs can be stopped and removed all the same.
    private @Nullable SrtCall call(@Nullable String sealed, BroadcastId id) {
        return sealed == null
                ? null
                : seal.open(CALL, id.value(), sealed)
                        .map(text -> SrtCall.of(tree(text)))
                        .orElseGet(SrtCall::forgotten);
    }

    private static Map<String, ?> captions(List<LiveCaptions> captions) {
        return Map.of("captions", captions.stream().map(LiveCaptions::tree).toList());
    }

    private static List<LiveCaptions> captions(@Nullable String text) {
        return text == null ? List.of() : LiveCaptions.of(tree(text));
    }

    @SuppressWarnings("unchecked") // what was written is a tree's topmost map
    private static Map<String, ?> tree(String text) {
        return (Map<String, ?>) Objects.requireNonNull(JsonText.read(text));
    }

    private static void putHealth(Map<String, AttributeValue> item, InputHealth health) {
        item.put("connected", truth(health.connected()));
        item.put("bitrate", number(health.bitrate()));
        putText(item, "video", health.video());
        putText(item, "audio", health.audio());
        item.put(
                "findings",
                attribute(health.findings().stream().map(Enum::name).sorted().toList()));
    }

    private static InputHealth health(StoredItem item) {
        return new InputHealth(
                item.truth("connected"),
                item.number("bitrate"),
                item.textIfThere("video"),
                item.textIfThere("audio"),
                item.texts("findings").stream().map(InputFinding::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private static void putAirtime(Map<String, AttributeValue> item, Airtime airtime) {
        putMoment(item, "startedAt", airtime.startedAt());
        putMoment(item, "fedSince", airtime.fedSince());
        putMoment(item, "fedAt", airtime.fedAt());
        putMoment(item, "stoppedAt", airtime.stoppedAt());
    }

    private static void putMeter(Map<String, AttributeValue> item, Meter meter) {
        item.put("ranFor", number(meter.running().toMillis()));
        item.put("waitedFor", number(meter.idle().toMillis()));
        item.put("meterReadAt", moment(meter.readAt()));
    }

    // Of those that were noted before there were meters it is not known how long they ran until then.
    private static Meter meter(StoredItem item) {
        var readAt = item.instantIfThere("meterReadAt");
        return readAt == null
                ? new Meter(Duration.ZERO, Duration.ZERO, item.instant("updatedAt"))
                : new Meter(
                        Duration.ofMillis(item.number("ranFor")), Duration.ofMillis(item.number("waitedFor")), readAt);
    }

    private static Spending spending(StoredItem item) {
        var told = item.textIfThere("costTold");
        return told == null
                ? new Spending(CapLevel.BELOW, 0)
                : new Spending(CapLevel.valueOf(told), (int) item.number("rungsLeftOut"));
    }

    private static @Nullable Trouble trouble(StoredItem item) {
        var words = item.textIfThere("trouble");
        return words == null ? null : new Trouble(words, item.truth("curable"));
    }

    private static void putText(Map<String, AttributeValue> item, String name, @Nullable String value) {
        if (value != null) {
            item.put(name, text(value));
        }
    }

    private static void putMoment(Map<String, AttributeValue> item, String name, @Nullable Instant value) {
        if (value != null) {
            item.put(name, moment(value));
        }
    }
}
