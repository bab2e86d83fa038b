package foyer.media;

import foyer.event.EventId;
import foyer.event.Events;
import foyer.event.SomeScreening;
import foyer.media.cost.PriceSettings;
import foyer.shared.Fields;
import java.time.Clock;
import java.util.Map;

/** The use cases around live channels as a node has them, on whatever stores, origin and library there are. */
public final class LiveKeeper {
    final Broadcasting broadcasting = new Broadcasting();
    final Tending tending = new Tending();
    final Transcoding transcoding = new Transcoding();
    final Reckoning reckoning = new Reckoning();
    final Capping capping = new Capping();
    final CostLetters letters = new CostLetters();
    private final Broadcasts broadcasts;
    private final Recordings recordings;
    private final Clock clock;

    public LiveKeeper(
            Events events,
            Broadcasts broadcasts,
            Recordings recordings,
            LiveOrigin origin,
            VodLibrary library,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.recordings = recordings;
        this.clock = clock;
        var screening = SomeScreening.on(events, clock);
        reckoning.origin = origin;
        reckoning.prices = new PriceSettings(null, null, null);
        reckoning.settings = SomeBroadcasts.SETTINGS;
        reckoning.clock = clock;
        letters.settings = reckoning.prices;
        capping.reckoning = reckoning;
        capping.alerts = () -> {};
        capping.letters = letters;
        capping.clock = clock;
        var leavingOff = new LeavingOff();
        leavingOff.broadcasts = broadcasts;
        leavingOff.recordings = recordings;
        leavingOff.settings = SomeRecordings.settings();
        leavingOff.clock = clock;
        broadcasting.broadcasts = broadcasts;
        broadcasting.recordings = recordings;
        broadcasting.origin = origin;
        broadcasting.events = events;
        broadcasting.screening = screening;
        broadcasting.settings = SomeBroadcasts.SETTINGS;
        broadcasting.clock = clock;
        broadcasting.reckoning = reckoning;
        broadcasting.capping = capping;
        broadcasting.leavingOff = leavingOff;
        broadcasting.replacing = new Replacing();
        broadcasting.replacing.origin = origin;
        var removing = new Removing();
        removing.recordings = recordings;
        removing.broadcasts = broadcasts;
        removing.origin = origin;
        removing.library = library;
        removing.screening = screening;
        var harvesting = new Harvesting();
        harvesting.broadcasts = broadcasts;
        harvesting.recordings = recordings;
        harvesting.origin = origin;
        harvesting.library = library;
        harvesting.screening = screening;
        harvesting.removing = removing;
        harvesting.settings = SomeRecordings.settings();
        harvesting.leavingOff = leavingOff;
        harvesting.clock = clock;
        tending.broadcasts = broadcasts;
        tending.origin = origin;
        tending.harvesting = harvesting;
        tending.capping = capping;
        tending.events = events;
        tending.screening = screening;
        tending.settings = SomeBroadcasts.SETTINGS;
        tending.clock = clock;
        transcoding.recordings = recordings;
        transcoding.library = library;
        transcoding.screening = screening;
        transcoding.removing = removing;
        transcoding.settings = SomeRecordings.settings();
        transcoding.clock = clock;
    }

    /** By an organizer, as it is fed already. */
    public void prepare(EventId event) {
        broadcasting.prepare(event, Fields.of(Map.of()));
    }

    /** By an organizer. */
    public void start(EventId event) {
        broadcasting.start(event);
    }

    /** By an organizer. */
    public void stop(EventId event) {
        broadcasting.stop(event);
    }

    /** One round over the broadcasts that are due. */
    public void lookAtChannels() {
        broadcasts.due(clock.instant(), 20).forEach(tending::lookAt);
    }

    /** One round over the recordings that are due. */
    public void lookAtRecordings() {
        recordings.due(clock.instant(), 20).forEach(transcoding::lookAt);
    }

    /** One sweep: what is seen at two of them goes. */
    public void removeStrays() {
        tending.removeStrays();
    }
}
