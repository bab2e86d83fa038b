package foyer.media;

import static foyer.shared.SettableClock.NOON;

import foyer.event.EventId;
import foyer.media.captions.CaptionTrack;
import foyer.media.cost.CapLevel;
import foyer.media.cost.Spending;
import foyer.media.ingest.IngestChoice;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import foyer.media.ingest.SrtCipher;
import foyer.media.ingest.SrtListener;
import foyer.media.ingest.SrtPassphrase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Broadcasts to speak of in tests. The usual event lasts from two hours after noon to four, and is known to all. */
public final class SomeBroadcasts {
    static final LiveSettings SETTINGS = new LiveSettings(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(10));
    static final Instant BEGINS = NOON.plus(Duration.ofHours(2));
    static final Instant ENDS = NOON.plus(Duration.ofHours(4));
    static final Slot SLOT = slot(true, false);

    private static final AtomicInteger PORTS = new AtomicInteger(9_000);

    private SomeBroadcasts() {}

    /** Prepared at noon. */
    public static Broadcast aBroadcast() {
        return aBroadcastOf(EventId.fresh());
    }

    public static Broadcast aBroadcastOf(EventId event) {
        return Broadcast.prepared(
                event, IngestChoice.USUAL, "https://media.example.org/before.m3u8", SLOT, Spending.FREE, 1, NOON);
    }

    /** Of which the encoder is called. */
    public static Broadcast aCalledOne(SrtCall call) {
        return Broadcast.prepared(
                EventId.fresh(), new IngestChoice(call, List.of()), null, SLOT, Spending.FREE, 1, NOON);
    }

    /** Whose encoder puts captions in two languages into the picture. */
    public static Broadcast aCaptionedOne() {
        var fed = new IngestChoice(
                null,
                List.of(
                        new LiveCaptions(1, new CaptionTrack("en", "English")),
                        new LiveCaptions(3, new CaptionTrack("pt-BR", "Português"))));
        return Broadcast.prepared(EventId.fresh(), fed, null, SLOT, Spending.FREE, 1, NOON);
    }

    /** Encrypted, and asking for a stream id; no other has its port. */
    public static SrtCall aCall(int listeners) {
        return new SrtCall(
                IntStream.range(0, listeners)
                        .mapToObj(each -> new SrtListener("203.0.113.22", PORTS.incrementAndGet(), "stage/" + each))
                        .toList(),
                500,
                new SrtPassphrase(
                        SrtCipher.AES256, "arn:aws:secretsmanager:eu-central-1:111122223333:secret:encoder-AbCdEf"));
    }

    /** Made without so many of the largest sizes, to cost less. */
    public static Broadcast leavingOut(Broadcast broadcast, int rungs) {
        return broadcast.spending(new Spending(CapLevel.NEAR, rungs));
    }

    /** Its own event's time does not matter to who keeps the channel. */
    public static Broadcast startedAt(Broadcast broadcast, Instant when) {
        return broadcast.started(SLOT, when);
    }

    public static Broadcast stoppedAt(Broadcast broadcast, Instant when) {
        return broadcast.stopped(when);
    }

    /** With everything that one can have. */
    public static Broadcast aFailedOne() {
        var fed = new ChannelStatus(
                ChannelState.IDLE,
                new InputHealth(
                        true,
                        1_500_000,
                        "1280x720 25 fps h264",
                        "aac 48000 Hz stereo",
                        Set.of(InputFinding.LOW_BITRATE, InputFinding.NO_AUDIO)),
                null);
        return leavingOut(aBroadcast(), 2)
                .started(SLOT, BEGINS)
                .seen(fed, SLOT, BEGINS.plusSeconds(1))
                .stopped(BEGINS.plusSeconds(60))
                .harvesting(BEGINS.plusSeconds(70), Duration.ofMinutes(2))
                .harvestDelayed(new Trouble("The disk is full.", true), BEGINS.plusSeconds(80));
    }

    /** Nothing is left of it, nor to do. */
    public static Broadcast aClosedOne() {
        return aBroadcast().turned(Turn.OVER, SLOT, NOON).stepped(ChannelStep.CLOSE, SLOT, NOON);
    }

    /** From nothing, at this moment: an hour before its event, what was before having been a rehearsal. */
    static Broadcast begun(Broadcast broadcast, Instant now) {
        var begins = now.plus(Duration.ofHours(1));
        var ends = begins.plus(Duration.ofHours(1));
        var slot = new Slot(begins, begins, ends, ends.plus(SETTINGS.overrun()), true, false);
        return broadcast.stopped(now.minus(Broadcast.SECOND_THOUGHTS)).started(slot, now);
    }

    /** As it stands after a look. */
    public static Broadcast lookedAt(Broadcast broadcast, ChannelStatus status, Instant now) {
        return broadcast.seen(status, SLOT, now);
    }

    static Slot slot(boolean announced, boolean takenDown) {
        return new Slot(
                BEGINS.minus(SETTINGS.lead()), BEGINS, ENDS, ENDS.plus(SETTINGS.overrun()), announced, takenDown);
    }
}
