package foyer.analytics;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotingRefusalsTest {
    private static final String PARTNER = "https://partner.example";
    private static final String STRANGER = "https://stranger.example";

    private final SettableClock clock = new SettableClock();
    private final EventsInMemory events = new EventsInMemory();
    private final RefusalsInMemory refusals = new RefusalsInMemory();
    private final NotingRefusals noting = new NotingRefusals(refusals, SomeBrowsing.recent(events, clock), clock);
    private final Event event =
            aPublishedEventOf(aSubmissionWith("embedConfig", Map.of("allowedOrigins", List.of(PARTNER))));

    NotingRefusalsTest() {
        events.add(event);
    }

    @Test
    void ofAPageThatMayNotShowTheEventTheOriginIsNotedAndNothingElse() {
        noting.framed(event.id(), STRANGER + "/a/path?of=somebody&email=ada@example.org");

        assertThat(refusals.of(event.id()).seen()).isEqualTo(Map.of(STRANGER, SettableClock.NOON));
    }

    @Test
    void ofAPageThatMayNothingIsNotedAndNeitherOfWhatIsNoAddress() {
        noting.framed(event.id(), PARTNER + "/a/page");
        for (var nothing : List.of("", "about:blank", "https://", "https://ada:secret@x.example/", "javascript:1")) {
            noting.framed(event.id(), nothing);
        }
        noting.framed(EventId.fresh(), STRANGER);

        assertThat(refusals.writings()).isZero();
    }

    @Test
    void aPageThatManyLookAtIsNotedOnceAnHour() {
        for (var viewer = 0; viewer < 100; viewer++) {
            noting.framed(event.id(), STRANGER + "/" + viewer);
        }
        assertThat(refusals.writings()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(61));
        noting.framed(event.id(), STRANGER);

        assertThat(refusals.of(event.id()).seen()).isEqualTo(Map.of(STRANGER, clock.instant()));
    }

    @Test
    void whoeverClaimsToComeFromEverywhereIsNotedSoOftenAndNoMore() {
        for (var claim = 0; claim < 1_000; claim++) {
            noting.framed(event.id(), "https://" + claim + ".example/");
        }

        assertThat(refusals.writings()).isEqualTo(RefusedOrigins.MOST);
    }

    @Test
    void theNewestAreKeptAndNotForEver() {
        var refused = RefusedOrigins.none(event.id());
        for (var hour = 0; hour < 30; hour++) {
            refused = refused.with("https://" + hour + ".example", clock.instant());
            clock.pass(Duration.ofHours(1));
        }

        var shown = refused.view(Set.of("https://28.example"), clock.instant());

        assertThat(shown).hasSize(RefusedOrigins.MOST - 1);
        assertThat(shown.get(0)).containsEntry("origin", "https://29.example");
        assertThat(shown.get(0).get("advice")).asString().contains("embedConfig.allowedOrigins");
        assertThat(shown).noneMatch(one -> one.containsValue("https://28.example"));
        clock.pass(RefusedOrigins.KEPT);
        assertThat(refused.view(Set.of(), clock.instant())).isEmpty();
    }

    @Test
    void aStoreThatIsSilentKeepsNobodyFromThePage() {
        refusals.fallSilent(true);

        noting.framed(event.id(), STRANGER);

        refusals.fallSilent(false);
        assertThat(refusals.writings()).isZero();
    }
}
