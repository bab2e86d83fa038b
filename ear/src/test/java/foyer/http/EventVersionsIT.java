package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Events are changed by those who know their newest version. */
class EventVersionsIT {
    private final Http organizer = Whole.onMicro().as("organizer");

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
}
