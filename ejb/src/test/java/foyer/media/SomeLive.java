package foyer.media;

import static foyer.event.SomeEvents.aPublishedEvent;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.media.cost.CostCap;
import foyer.media.cost.LivePrices;
import foyer.media.cost.OnCap;
import foyer.media.cost.PriceSettings;
import foyer.media.cost.SomePrices;
import foyer.shared.Fields;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The use cases around live channels on fakes, with one event. */
final class SomeLive {
    private static final int MOST_ROUNDS = 100_000;

    final SettableClock clock = new SettableClock();
    final EventsInMemory events = new EventsInMemory();
    final BroadcastsInMemory broadcasts = new BroadcastsInMemory();
    final RecordingsInMemory recordings = new RecordingsInMemory();
    final LiveOriginInMemory origin = new LiveOriginInMemory(clock);
    final VodLibraryInMemory library = new VodLibraryInMemory();
    final Event event;
    final LiveKeeper keeper = new LiveKeeper(events, broadcasts, recordings, origin, library, clock);
    final Broadcasting broadcasting = keeper.broadcasting;
    final Tending tending = keeper.tending;
    final Transcoding transcoding = keeper.transcoding;
    final Reckoning reckoning = keeper.reckoning;
    final Capping capping = keeper.capping;
    final CostLetters letters = keeper.letters;
    final Forecasting forecasting = new Forecasting();
    final AtomicInteger alerts = new AtomicInteger();

    SomeLive() {
        this(aPublishedEvent());
    }

    SomeLive(Event event) {
        this.event = event;
        events.add(event);
        capping.alerts = alerts::incrementAndGet;
        forecasting.events = events;
        forecasting.broadcasts = broadcasts;
        forecasting.origin = origin;
        forecasting.reckoning = reckoning;
    }

    void prices(LivePrices set) {
        reckoning.prices = new PriceSettings(set, null, null);
    }

    /** With prices, and the most that a channel may cost, in cents. */
    void cap(long most, OnCap onCap) {
        reckoning.prices = new PriceSettings(
                SomePrices.prices(), new CostCap(new Money(most, SomePrices.DOLLARS), onCap), SomePrices.ORGANIZER);
        letters.settings = reckoning.prices;
    }

    Broadcast prepared() {
        return prepare().stream().broadcast();
    }

    /** As it is fed already, or else by RTMP. */
    PreparedStream prepare() {
        return broadcasting.prepare(event.id(), Fields.of(Map.of()));
    }

    /** Lets time go by, with a look at what is due every two seconds. */
    void pass(Duration time) {
        passUntil(clock.instant().plus(time));
    }

    void passUntil(Instant moment) {
        for (var round = 0; round < MOST_ROUNDS && clock.instant().isBefore(moment); round++) {
            clock.pass(Duration.ofSeconds(2));
            broadcasts.due(clock.instant(), 20).forEach(tending::lookAt);
        }
    }

    /** Those that are not about to be deleted. */
    List<Recording> recorded() {
        return recordings.of(event.id()).stream()
                .filter(recording -> !recording.deleted())
                .toList();
    }

    Broadcast kept() {
        return broadcasts.find(event.id()).orElseThrow();
    }

    Event keptEvent() {
        return events.find(event.id()).orElseThrow();
    }

    /** From the beginning of the event on for a minute, and stopped by then. */
    Broadcast shown() {
        var prepared = prepared();
        passUntil(event.startsAt().toInstant());
        origin.push(prepared.streamKey());
        pass(Duration.ofMinutes(1));
        broadcasting.stop(event.id());
        return kept();
    }
}
