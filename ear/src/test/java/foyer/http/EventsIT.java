package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The event calls of the API, in their shapes, codes and statuses. */
@Beside
class EventsIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void aNewEventIsADraftWithAnAddressAndATag() {
        var made = organizer.post("/api/events", anEvent().json()).expect(201);

        var id = made.json().getString("eventId");
        assertThat(made.header("Location")).isEqualTo(Whole.onMicro().url() + "/api/events/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1-draft\"");
        assertThat(made.json().getString("state")).isEqualTo("draft");
        assertThat(made.json().getInt("screens")).isEqualTo(1);
        assertThat(made.json().getBoolean("verifyEmail")).isTrue();
        everyone.get("/api/events/" + id).expect(404);
    }

    @Test
    void whatIsReadMayBeSentBackWithAChange() {
        var id = anEvent().createdBy(organizer);
        var read = organizer.get("/api/events/" + id).expect(200);

        var changed = Json.createObjectBuilder(read.json())
                .add("title", "Another title")
                .build();
        var replaced = organizer
                .with("If-Match", read.header("ETag"))
                .put("/api/events/" + id, changed)
                .expect(200);

        assertThat(replaced.json().getString("title")).isEqualTo("Another title");
        assertThat(replaced.json().getInt("version")).isEqualTo(2);
    }

    @Test
    void replacingNeedsTheTagAndRefusesAStaleOne() {
        var id = anEvent().createdBy(organizer);
        var path = "/api/events/" + id;
        var tag = organizer.get(path).header("ETag");
        var other = anEvent().titled("Changed").json();

        assertThat(organizer.put(path, other).expect(428).errorCode()).isEqualTo("precondition_required");
        organizer.with("If-Match", tag).put(path, other).expect(200);
        assertThat(organizer.with("If-Match", tag).put(path, other).expect(412).errorCode())
                .isEqualTo("version_conflict");
    }

    @Test
    void whatAReplacementLeavesOutIsReset() {
        var id = anEvent().with("description", "soon gone").createdBy(organizer);
        var path = "/api/events/" + id;

        organizer
                .with("If-Match", organizer.get(path).header("ETag"))
                .put(path, anEvent().json())
                .expect(200);

        assertThat(organizer.get(path).json().get("description"))
                .satisfiesAnyOf(
                        description -> assertThat(description).isNull(),
                        description -> assertThat(description).isEqualTo(JsonValue.NULL),
                        description -> assertThat(description).isEqualTo(Json.createValue("")));
    }

    @Test
    void ofTwoOperatorsWhoChangeOneVersionAtOnceExactlyOneWins() {
        var id = anEvent().createdBy(organizer);
        var path = "/api/events/" + id;
        var tag = organizer.get(path).header("ETag");

        var statuses = AtOnce.calls(
                8,
                caller -> organizer
                        .with("If-Match", tag)
                        .put(path, anEvent().titled("Written by " + caller).json())
                        .status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(412);
        assertThat(organizer.get(path).json().getInt("version")).isEqualTo(2);
    }

    @Test
    void allFindingsComeAtOnceEachWithItsPath() {
        var wrong = anEvent()
                .with("title", "")
                .with("timeZone", "Mars/Olympus")
                .with("capacity", Json.createValue(-1))
                .with(
                        "paymentConfig",
                        Json.createObjectBuilder().add("price", "much").build())
                .with("surprise", "?")
                .json();

        var refused = organizer.post("/api/events", wrong).expect(400);

        assertThat(refused.errorCode()).isEqualTo("validation_failed");
        assertThat(fields(refused.json())).contains("title", "timeZone", "capacity", "paymentConfig.price", "surprise");
    }

    @Test
    void aWallTimeThatDoesNotExistIsRefusedAndOneThatComesTwiceNeedsAnOffset() {
        var gap = anEvent().with("timeZone", "Europe/Berlin").with("startsAt", "2031-03-30T02:30:00");
        var overlap = anEvent()
                .with("timeZone", "Europe/Berlin")
                .with("startsAt", "2031-10-26T02:30:00")
                .with("endsAt", "2031-10-26T06:00:00");

        assertThat(fields(organizer
                        .post(
                                "/api/events",
                                gap.with("endsAt", "2031-03-30T06:00:00").json())
                        .expect(400)
                        .json()))
                .contains("startsAt");
        assertThat(fields(organizer
                        .post("/api/events", overlap.json())
                        .expect(400)
                        .json()))
                .contains("startsAt");
        var told = organizer
                .post(
                        "/api/events",
                        overlap.with("startsAt", "2031-10-26T02:30:00+01:00").json())
                .expect(201);
        assertThat(told.json().getString("startsAt")).isEqualTo("2031-10-26T02:30:00+01:00");
    }

    @Test
    void aListIsWalkedByItsCursorWithoutGapsOrDoubles() {
        var made = IntStream.range(0, 5)
                .mapToObj(number -> anEvent().titled("Listed " + number).createdBy(organizer))
                .toList();

        List<String> seen = new ArrayList<>();
        var path = "/api/events?limit=2";
        for (var next = path; !next.isEmpty(); ) {
            var page = organizer.get(next).expect(200).json();
            page.getJsonArray("items")
                    .forEach(item -> seen.add(item.asJsonObject().getString("eventId")));
            next = page.isNull("nextCursor") ? "" : path + "&cursor=" + page.getString("nextCursor");
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
        var cursor = organizer.get(path).json().getString("nextCursor");
        organizer.get(path + "&cursor=x" + cursor).expect(400);
        organizer.get("/api/events?limit=0").expect(400);
        organizer.get("/api/events?limit=201").expect(400);
        organizer.get("/api/events?state=sleeping").expect(400);
    }

    @Test
    void aListCanBeAskedForOneStateAsItIsNow() {
        var live = anEvent().publishedBy(organizer);
        var soon = anEvent().lasting(in(1), in(2)).publishedBy(organizer);

        var listed =
                organizer.get("/api/events?limit=200&state=live").expect(200).json();

        assertThat(listed.getJsonArray("items"))
                .extracting(item -> item.asJsonObject().getString("eventId"))
                .contains(live)
                .doesNotContain(soon);
    }

    @Test
    void theStateMovesByPublishingCancellingAndArchivingOnly() {
        var path = "/api/events/" + anEvent().createdBy(organizer);

        assertThat(organizer.post(path + "/publish").expect(200).json().getString("state"))
                .isEqualTo("live");
        assertThat(organizer.post(path + "/cancel").expect(200).json().getString("state"))
                .isEqualTo("cancelled");
        assertThat(organizer.post(path + "/publish").expect(409).errorCode()).isEqualTo("wrong_state");
        organizer.delete(path).expect(204);
        everyone.get(path).expect(404);
        assertThat(organizer.get(path).expect(200).json().getString("state")).isEqualTo("archived");
    }

    @Test
    void aDecisionMeantForAnotherVersionIsRefused() {
        var path = "/api/events/" + anEvent().createdBy(organizer);
        var stale = organizer.with("If-Match", "\"9-draft\"");

        assertThat(stale.post(path + "/publish").expect(412).errorCode()).isEqualTo("version_conflict");
        assertThat(stale.delete(path).expect(412).errorCode()).isEqualTo("version_conflict");
        assertThat(organizer
                        .with("If-Match", "no tag")
                        .post(path + "/publish")
                        .expect(400)
                        .errorCode())
                .isEqualTo("validation_failed");
        var published = organizer
                .with("If-Match", organizer.get(path).header("ETag"))
                .post(path + "/publish")
                .expect(200);
        assertThat(stale.post(path + "/cancel").expect(412).errorCode()).isEqualTo("version_conflict");
        organizer
                .with("If-Match", published.header("ETag"))
                .post(path + "/cancel")
                .expect(200);
    }

    @Test
    void aPaidEventIsPublishedWithAPriceThatStripeCanChargeOnly() {
        var free = anEvent().with("authType", "payment");
        var path = "/api/events/" + free.createdBy(organizer);

        var unpriced = organizer.post(path + "/publish").expect(400);
        assertThat(unpriced.errorCode()).isEqualTo("validation_failed");
        assertThat(fields(unpriced.json())).containsExactly("paymentConfig.price");
        for (var price : List.of("1234 KWD", "49 USD")) {
            var refused = organizer.post("/api/events", priced(free, price)).expect(400);
            assertThat(refused.errorCode()).isEqualTo("validation_failed");
            assertThat(fields(refused.json())).containsExactly("paymentConfig.price");
        }
        for (var price : List.of("1230 KWD", "50 USD", "150 ISK")) {
            var created = organizer.post("/api/events", priced(free, price)).expect(201);
            organizer
                    .post("/api/events/" + created.json().getString("eventId") + "/publish")
                    .expect(200);
        }
    }

    private static JsonObject priced(EventFixture event, String price) {
        var parts = price.split(" ");
        var terms = Json.createObjectBuilder()
                .add("price", Integer.parseInt(parts[0]))
                .add("currency", parts[1])
                .build();
        return event.with("paymentConfig", terms).json();
    }

    @Test
    void thePublicSeesWhatItMayAndATagThatSavesTheBody() {
        var path = "/api/events/" + anEvent().publishedBy(organizer);

        var seen = everyone.get(path).expect(200);

        assertThat(seen.json()).containsKeys("title", "state", "startsAt", "endsAt", "timeZone", "videoUrl");
        assertThat(seen.json()).doesNotContainKeys("version", "embedConfig");
        everyone.with("If-None-Match", seen.header("ETag")).get(path).expect(304);
    }

    @Test
    void theManifestOfAnEventWithALoginIsNotPublic() {
        var path = "/api/events/" + anEvent().with("authType", "email").publishedBy(organizer);

        var seen = everyone.get(path).expect(200);

        assertThat(seen.text()).doesNotContain("master.m3u8");
    }

    @Test
    void privateAddressesAreRefusedInEverySpelling() {
        for (var host : List.of(
                "127.0.0.1",
                "2130706433",
                "0x7f.1",
                "0177.0.0.1",
                "[::1]",
                "[::ffff:169.254.169.254]",
                "169.254.169.254",
                "10.0.0.8",
                "192.168.1.1",
                "localhost",
                "metadata.google.internal",
                "user@10.0.0.1")) {
            var event = anEvent().showing("https://" + host + "/master.m3u8").json();

            assertThat(organizer.post("/api/events", event).status()).as(host).isEqualTo(400);
        }
    }

    private static Instant in(long hours) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(hours, ChronoUnit.HOURS);
    }

    static List<String> fields(JsonObject refusal) {
        return refusal.getJsonObject("error").getJsonObject("details").getJsonArray("fields").stream()
                .map(finding -> finding.asJsonObject().getString("field"))
                .toList();
    }
}
