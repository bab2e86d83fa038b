package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Measuring;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What screens measure, and what operators are told of an event. */
@Beside
class AnalyticsIT {
    private static final String PARTNER = "https://partner.example";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void ofAnEventThatNobodyCameToAllIsZero() {
        var event = anEvent().publishedBy(organizer);

        var told = Measuring.told(Whole.onMicro().as("analyst"), event);

        assertThat(told.getString("eventId")).isEqualTo(event);
        assertThat(told.getString("asOf")).endsWith("Z");
        assertThat(told.getJsonObject("registrations").toString())
                .isEqualTo("{\"byState\":{\"held\":0,\"confirmed\":0,\"waiting\":0,\"awaitingApproval\":0,"
                        + "\"cancelled\":0,\"expired\":0},\"byDay\":[]}");
        assertThat(told.getJsonArray("revenue")).isEmpty();
        assertThat(told.getJsonObject("audience").toString())
                .isEqualTo("{\"now\":0,\"peak\":0,\"unique\":0,\"watchSeconds\":0,\"origins\":[]}");
        assertThat(told.getJsonArray("retention")).isEmpty();
        assertThat(told.getJsonObject("quality").toString())
                .isEqualTo("{\"startupMs\":{\"p50\":0,\"p75\":0,\"p95\":0},\"rebufferRatio\":0,\"errorRate\":0,"
                        + "\"stalls\":0,\"bitrate\":0}");
        assertThat(told.getJsonObject("embedding").toString()).isEqualTo("{\"refused\":[],\"lacking\":[]}");
    }

    @Test
    void whoMayNotShowTheEventIsToldByTheOriginAndNothingElse() {
        var event = anEvent().embeddedBy(PARTNER).publishedBy(organizer);
        var frame = everyone.with("Sec-Fetch-Dest", "iframe").with("Sec-Fetch-Site", "cross-site");
        frame.with("Referer", "https://stranger.example/a/page?of=ada")
                .get("/embed/" + event)
                .expect(200);
        frame.with("Referer", PARTNER + "/a/page").get("/embed/" + event).expect(200);
        frame.with("Referer", "https://own.example/")
                .with("Sec-Fetch-Site", "same-origin")
                .get("/embed/" + event)
                .expect(200);
        frame.with("Referer", "https://page.example/").get("/watch/" + event).expect(200);
        everyone.with("Referer", "https://link.example/").get("/embed/" + event).expect(200);

        var refused =
                Measuring.told(organizer, event).getJsonObject("embedding").getJsonArray("refused");

        assertThat(refused).hasSize(1);
        assertThat(refused.getJsonObject(0).getString("origin")).isEqualTo("https://stranger.example");
        assertThat(organizer
                        .with("Accept", "text/csv")
                        .get("/api/analytics/" + event)
                        .expect(200)
                        .text())
                .contains("\"embedding.refused[0].origin\",\"https://stranger.example\"");
    }

    @Test
    void onlyOperatorsAreToldAndOnlyOfEventsThatThereAre() {
        var event = anEvent().publishedBy(organizer);
        var viewer = Measuring.at(everyone, event);

        for (var role : new String[] {"admin", "organizer", "analyst"}) {
            Whole.onMicro().as(role).get("/api/analytics/" + event).expect(200);
        }
        assertThat(everyone.get("/api/analytics/" + event).expect(401).errorCode())
                .isEqualTo("unauthenticated");
        assertThat(everyone.with("Authorization", "Foyer " + viewer.screen().token())
                        .get("/api/analytics/" + event)
                        .expect(401)
                        .errorCode())
                .isEqualTo("unauthenticated");
        for (var unknown : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "unknown"}) {
            assertThat(organizer.get("/api/analytics/" + unknown).expect(404).errorCode())
                    .isEqualTo("not_found");
        }
    }

    @Test
    void whatIsToldTwiceCountsOnce() {
        var event = anEvent().embeddedBy(PARTNER).publishedBy(organizer);
        var one = Measuring.at(everyone, event);
        var other = Measuring.at(everyone, event);
        watchAWhile();
        for (var time = 0; time < 3; time++) {
            one.tells(everyone, half(one, 1).add("startup", 800).add("origin", PARTNER))
                    .expect(200);
            other.tells(everyone, half(other, 1)).expect(200);
        }
        var rest = half(one, 2).add("startup", 800).add("origin", PARTNER);
        one.tells(everyone, rest.add("watched", new BigDecimal("1.5")).add("last", true))
                .expect(200);

        var told = Measuring.untilTold(organizer, event, found -> watched(found) >= 2);

        assertThat(told.getJsonObject("audience").toString())
                .isEqualTo("{\"now\":2,\"peak\":2,\"unique\":2,\"watchSeconds\":2," + "\"origins\":[{\"origin\":\""
                        + PARTNER + "\",\"screens\":1}]}");
        assertThat(told.getJsonArray("retention").toString())
                .isEqualTo("[{\"from\":0,\"viewers\":2},{\"from\":10,\"viewers\":2}]");
        assertThat(told.getJsonObject("quality").getJsonObject("startupMs").getInt("p95"))
                .isBetween(780, 820);
    }

    @Test
    void aScreenIsToldWhatIsCounted() {
        var event = anEvent().publishedBy(organizer);
        var viewer = Measuring.at(everyone, event);

        assertThat(viewer.tells(everyone, viewer.figures(1).add("watched", 0))
                        .expect(200)
                        .json())
                .doesNotContainKey("figuresTo");

        assertThat(Await.until(PATIENCE, () -> viewer.isCounted(everyone, viewer.figures(1), 1)))
                .isTrue();
    }

    @Test
    void nobodyCanClaimMoreThanTheTimeThatHasPassed() {
        var event = anEvent().embeddedBy(PARTNER).publishedBy(organizer);
        var opened = System.nanoTime();
        var viewer = Measuring.at(everyone, event);
        var hostile = "https://evil.example/\"><script>alert(1)</script>";
        for (var screen = 0; screen < 5; screen++) {
            var another = Measuring.of(viewer.screen());
            another.tells(
                            everyone,
                            another.figures(999_999_999)
                                    .add("watched", 9_999_999)
                                    .add("stalled", 9_999_999)
                                    .add("seen", parts().add(part(0, 9_999_999)).add(part(0, 5)))
                                    .add("bitrate", 999_999_999)
                                    .add("origin", hostile))
                    .expect(200);
        }

        var told = Measuring.untilTold(organizer, event, found -> origins(found).contains("\"screens\":5"));

        var passed = (int) Duration.ofNanos(System.nanoTime() - opened).toSeconds();
        assertThat(watched(told)).isLessThanOrEqualTo(passed);
        assertThat(told.getJsonArray("retention")).hasSizeLessThanOrEqualTo(passed + 1);
        assertThat(origins(told)).isEqualTo("[{\"origin\":\"other\",\"screens\":5}]");
        assertThat(told.toString()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sequence\":1}",
                "{\"screen\":\"12345678\"}",
                "{\"screen\":\"<b>\",\"sequence\":1}",
                "{\"screen\":\"12345678\",\"sequence\":1.5}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"watched\":-1}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"watched\":1e8}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"watched\":\"NaN\"}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"stalls\":-1}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"startup\":1e9}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"seen\":[[5,1]]}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"seen\":[[-5,1]]}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"seen\":[[1]]}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"seen\":{}}",
                "{\"screen\":\"12345678\",\"sequence\":1,\"last\":1}",
                "[]",
                "7"
            })
    void figuresThatCannotBeAreRefused(String figures) {
        var viewer = Measuring.at(everyone, anEvent().publishedBy(organizer));

        var refused = viewer.tells(everyone, "{\"state\":\"playing\",\"figures\":" + figures + "}")
                .expect(400);

        assertThat(refused.errorCode()).isEqualTo("validation_failed");
    }

    @Test
    void whatIsNoNumberIsNoJson() {
        var viewer = Measuring.at(everyone, anEvent().publishedBy(organizer));

        assertThat(viewer.tells(everyone, "{\"figures\":{\"screen\":\"12345678\",\"sequence\":1,\"watched\":NaN}}")
                        .expect(400)
                        .errorCode())
                .isEqualTo("malformed_json");
    }

    @Test
    void registrationsAreToldByStateAndByDay() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var days = Stream.generate(() -> Door.register(everyone, event, Mailbox.fresh()))
                .limit(2)
                .collect(Collectors.groupingBy(
                        registered -> registered.getString("createdAt").substring(0, 10), Collectors.counting()));

        var registrations = Measuring.untilTold(
                        organizer,
                        event,
                        found -> !found.getJsonObject("registrations")
                                .getJsonArray("byDay")
                                .isEmpty())
                .getJsonObject("registrations");

        assertThat(registrations.getJsonObject("byState").getInt("held")).isEqualTo(2);
        // Two at midnight.
        assertThat(registrations.getJsonArray("byDay").getValuesAs(JsonObject.class).stream()
                        .collect(Collectors.toMap(
                                day -> day.getString("day"),
                                day -> day.getJsonNumber("registrations").longValue())))
                .isEqualTo(days);
    }

    @Test
    void whatWasTakenAndGivenBackIsTold() {
        var event = Shopper.offer().publishedBy(organizer);
        assertThat(Measuring.told(organizer, event).getJsonArray("revenue").toString())
                .isEqualTo("[{\"currency\":\"EUR\",\"gross\":0,\"refunded\":0,\"net\":0}]");
        var ada = Shopper.at(event);
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("completed");
        organizer
                .with("Idempotency-Key", "back-" + ada.registration())
                .post(
                        "/api/registrations/" + ada.registration() + "/refund",
                        Json.createObjectBuilder().add("amount", 200).build());

        var told = Measuring.untilTold(
                organizer,
                event,
                found -> found.getJsonArray("revenue").toString().contains("\"refunded\":200"));

        assertThat(told.getJsonArray("revenue").toString())
                .isEqualTo("[{\"currency\":\"EUR\",\"gross\":1200,\"refunded\":200,\"net\":1000}]");
    }

    @Test
    void theSameAsASheet() {
        var event = anEvent().publishedBy(organizer);

        var sheet = organizer
                .with("Accept", "text/csv")
                .get("/api/analytics/" + event)
                .expect(200);

        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sheet.text())
                .startsWith("\"figure\",\"value\"\r\n\"eventId\",\"" + event + "\"\r\n")
                .contains("\"audience.watchSeconds\",\"0\"\r\n", "\"registrations.byState.held\",\"0\"\r\n");
    }

    /** Half a second, and two stretches of the video. */
    private static JsonObjectBuilder half(Measuring viewer, long sequence) {
        return viewer.figures(sequence).add("watched", new BigDecimal("0.5")).add("seen", parts().add(part(9, 11)));
    }

    private static JsonArrayBuilder parts() {
        return Json.createArrayBuilder();
    }

    private static JsonArrayBuilder part(int from, int to) {
        return Json.createArrayBuilder().add(from).add(to);
    }

    /** Nobody is believed to have watched longer than they could. */
    private static void watchAWhile() {
        var since = System.nanoTime();
        Await.until(
                PATIENCE,
                () -> System.nanoTime() - since > Duration.ofSeconds(2).toNanos());
    }

    private static int watched(JsonObject told) {
        return told.getJsonObject("audience").getInt("watchSeconds");
    }

    private static String origins(JsonObject told) {
        var origins = told.getJsonObject("audience").getJsonArray("origins");
        return origins.isEmpty() ? "" : origins.toString();
    }
}
