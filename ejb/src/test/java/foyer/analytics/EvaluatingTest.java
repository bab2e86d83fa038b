package foyer.analytics;

import static foyer.event.SomeEvents.aDraft;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.event.SomeBrowsing;
import foyer.media.SomeLengths;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.registration.Capacity;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationState;
import foyer.registration.RegistrationsInMemory;
import foyer.shared.JsonText;
import foyer.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluatingTest {
    private final SomeAudience node = SomeAudience.on(new TalliesInMemory());
    private final RegistrationsInMemory registrations = new RegistrationsInMemory();
    private final RefusalsInMemory refusals = new RefusalsInMemory();
    private final Evaluating evaluating = new Evaluating();

    @BeforeEach
    void theHouse() {
        evaluating.browsing = SomeBrowsing.of(node.events, node.clock);
        evaluating.tallies = node.tallies;
        evaluating.registrations = registrations;
        evaluating.payments = new PaymentsInMemory();
        evaluating.refusals = refusals;
        evaluating.lengths = SomeLengths.unknown();
        evaluating.recent = new RecentEvaluations(Duration.ofSeconds(5), node.clock);
        evaluating.clock = node.clock;
    }

    @Test
    void ofAnEventThatNobodyCameToAllIsZero() {
        var draft = aDraft();
        node.events.add(draft);

        assertThat(JsonText.of(evaluating.evaluate(draft.id()).view()))
                .isEqualTo("{\"eventId\":\"" + draft.id().value() + "\",\"asOf\":\"2030-05-01T12:00:00Z\","
                        + "\"registrations\":{\"byState\":{\"held\":0,\"confirmed\":0,\"waiting\":0,\"awaitingApproval\":0,"
                        + "\"cancelled\":0,\"expired\":0},\"byDay\":[]},\"revenue\":[],"
                        + "\"audience\":{\"now\":0,\"peak\":0,\"unique\":0,\"watchSeconds\":0,\"origins\":[]},"
                        + "\"retention\":[],"
                        + "\"quality\":{\"startupMs\":{\"p50\":0,\"p75\":0,\"p95\":0},\"rebufferRatio\":0,\"errorRate\":0,"
                        + "\"stalls\":0,\"bitrate\":0},\"embedding\":{\"refused\":[],\"lacking\":[]}}");
    }

    @Test
    void whatSpoilsAnEmbedIsToldWithWhatToChange() {
        var none = RefusedOrigins.none(node.event.id());
        refusals.replace(none, none.with("https://stranger.example", node.clock.instant()));
        for (var lacks : List.of(List.of("fullscreen", "autoplay"), List.of("fullscreen", "flying"), List.of())) {
            node.aViewer().tells(node, Map.of("origin", SomeAudience.PARTNER, "lacks", lacks));
        }
        node.aViewer().tells(node, Map.of("lacks", List.of("autoplay")));
        node.timer.count();

        var view = evaluating.evaluate(node.event.id()).view();

        assertThat(JsonText.of(view.get("embedding")))
                .isEqualTo(
                        "{\"refused\":[{\"origin\":\"https://stranger.example\",\"lastSeenAt\":\"2030-05-01T12:00:00Z\","
                                + "\"advice\":\"A page there probably tried to show the event, and stayed empty. If it may, add"
                                + " https://stranger.example to the event's embedConfig.allowedOrigins.\"}],\"lacking\":["
                                + lacking("autoplay", 1) + "," + lacking("fullscreen", 2) + "]}");
    }

    private static String lacking(String feature, int screens) {
        return "{\"origin\":\"https://partner.example\",\"feature\":\"" + feature + "\",\"screens\":" + screens
                + ",\"advice\":\"The frame there is not allowed " + feature
                + ". Give it allow=\\\"autoplay; fullscreen; picture-in-picture\\\", and every frame around it too.\"}";
    }

    @Test
    void anUnknownEventIsNotFound() {
        assertThatThrownBy(() -> evaluating.evaluate(EventId.fresh())).isInstanceOf(NotFound.class);
    }

    @Test
    void registrationsAreCountedByStateAndByTheEventsOwnDay() {
        // In Vienna it is the next day already.
        var late = Instant.parse("2030-05-01T23:00:00Z");
        for (var state : List.of(RegistrationState.CONFIRMED, RegistrationState.CONFIRMED, RegistrationState.HELD)) {
            registrations.add(
                    registration(node.event.id(), anAddress(), state, PaymentStatus.NOT_REQUIRED, late),
                    new Capacity(Capacity.UNLIMITED, 1),
                    aLetter("first"),
                    aLetter("again"));
        }
        node.pass(Duration.ofHours(12));

        var view = evaluating.evaluate(node.event.id()).view();

        assertThat(JsonText.of(view.get("registrations")))
                .contains("\"confirmed\":2", "\"held\":0", "\"expired\":1")
                .contains("\"byDay\":[{\"day\":\"2030-05-02\",\"registrations\":3}]");
    }

    @Test
    void whatScreensMeasuredIsPutTogether() {
        var one = node.aViewer();
        var other = node.aViewer();
        var third = node.aViewer();
        node.pass(Duration.ofMinutes(2));
        one.tells(
                node,
                Map.of("watched", 60L, "seen", List.of(List.of(0L, 60L)), "startup", 500L, "bitrate", 3_000_000L));
        other.tells(
                node,
                Map.of(
                        "watched",
                        30L,
                        "stalled",
                        10L,
                        "stalls",
                        2L,
                        "seen",
                        List.of(List.of(5L, 25L)),
                        "startup",
                        900L));
        third.tells(node, Map.of("errors", 1L, "origin", SomeAudience.PARTNER));
        node.timer.count();

        var view = evaluating.evaluate(node.event.id()).view();

        assertThat(JsonText.of(view.get("audience")))
                .isEqualTo("{\"now\":2,\"peak\":2,\"unique\":2,\"watchSeconds\":90,"
                        + "\"origins\":[{\"origin\":\"https://partner.example\",\"screens\":1}]}");
        assertThat(JsonText.of(view.get("retention")))
                .isEqualTo("[{\"from\":0,\"viewers\":2},{\"from\":10,\"viewers\":2},{\"from\":20,\"viewers\":2},"
                        + "{\"from\":30,\"viewers\":1},{\"from\":40,\"viewers\":1},{\"from\":50,\"viewers\":1}]");
        assertThat(JsonText.of(view.get("quality")))
                .contains("\"rebufferRatio\":0.1000", "\"errorRate\":0.3333", "\"stalls\":2", "\"bitrate\":3000000");
    }

    @Test
    void whereNoBrowserTellsTheRateNobodyKnowsIt() {
        var viewer = node.aViewer();
        node.pass(Duration.ofMinutes(2));
        viewer.tells(node, 1, 60);
        node.timer.count();

        assertThat(JsonText.of(evaluating.evaluate(node.event.id()).view().get("quality")))
                .contains("\"bitrate\":0");
    }

    @Test
    void whatNobodySawIsNotTold() {
        var viewer = node.aViewer();
        node.pass(Duration.ofMinutes(2));
        viewer.tells(node, Map.of("watched", 10L, "seen", List.of(List.of(0L, 10L), List.of(86_390L, 86_400L))));
        node.timer.count();

        assertThat(retention()).isEqualTo("[{\"from\":0,\"viewers\":1},{\"from\":86390,\"viewers\":1}]");
    }

    @Test
    void beyondTheEndOfARecordingNothingIsTold() {
        evaluating.lengths = SomeLengths.of(node.event, Duration.ofMinutes(10), node.events, node.clock);
        var viewer = node.aViewer();
        node.pass(Duration.ofMinutes(2));
        viewer.tells(node, Map.of("watched", 10L, "seen", List.of(List.of(590L, 610L), List.of(86_390L, 86_400L))));
        node.timer.count();

        assertThat(retention()).isEqualTo("[{\"from\":590,\"viewers\":1}]");
    }

    @Test
    void nowIsOverThreeMinutesLater() {
        var viewer = node.aViewer();
        node.pass(Duration.ofMinutes(2));
        viewer.tells(node, 1, 60);
        node.timer.count();
        node.pass(Duration.ofMinutes(3));

        assertThat(JsonText.of(evaluating.evaluate(node.event.id()).view().get("audience")))
                .startsWith("{\"now\":0,\"peak\":1,");
    }

    @Test
    void whatIsFreshIsNotReadAnew() {
        var first = evaluating.evaluate(node.event.id());
        node.pass(Duration.ofSeconds(4));
        assertThat(evaluating.evaluate(node.event.id())).isSameAs(first);
        node.pass(Duration.ofSeconds(2));

        assertThat(evaluating.evaluate(node.event.id())).isNotSameAs(first);
    }

    private String retention() {
        return JsonText.of(evaluating.evaluate(node.event.id()).view().get("retention"));
    }
}
