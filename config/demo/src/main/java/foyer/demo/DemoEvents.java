package foyer.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What an organiser might have on offer: one event for each way in, recorded, live and about to begin. */
public final class DemoEvents {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String MEMBERS_PASSWORD = "open sesame, please";

    private final Clock clock;
    private final String origin;
    private final String partnerOrigin;

    /**
     * @param origin of the media
     * @param partnerOrigin of the page that embeds the player
     */
    public DemoEvents(Clock clock, String origin, String partnerOrigin) {
        this.clock = clock;
        this.origin = origin;
        this.partnerOrigin = partnerOrigin;
    }

    public List<JsonObject> all() {
        return List.of(
                recorded("Night at the observatory", "none")
                        .add("description", "A recording anyone may watch: how a small town built its own telescope.")
                        .build(),
                live("Morning in the harbour, live", "none")
                        .add("description", "A live stream anyone may watch, with a clock in the picture.")
                        .build(),
                startingSoon("The curtain rises", "none")
                        .add("description", "Begins two minutes after the start of this demo. Stay on the page.")
                        .build(),
                live("Workshop: sound for small stages", "email")
                        .add(
                                "description",
                                "For people who register. The code and the link come into the sandbox's mailbox.")
                        .add("capacity", 50)
                        .add("waitingList", true)
                        .add("registrationConfig", workshopForm())
                        .build(),
                recorded("Members' evening", "password")
                        .add("description", "For members, who share one password: " + MEMBERS_PASSWORD)
                        .add(
                                "passwordConfig",
                                Json.createObjectBuilder().add("mode", "shared").add("password", MEMBERS_PASSWORD))
                        .build(),
                live("Rehearsal, doors open", "password")
                        .add(
                                "description",
                                "Everybody who registers chooses a password of their own, and comes back with it.")
                        .add("passwordConfig", Json.createObjectBuilder().add("mode", "personal"))
                        .build(),
                live("Chamber concert", "payment")
                        .add("description", "A ticket costs 12 euros.")
                        .add("capacity", 120)
                        .add(
                                "paymentConfig",
                                Json.createObjectBuilder().add("price", 1200).add("currency", "EUR"))
                        .build());
    }

    private static JsonObjectBuilder workshopForm() {
        var fields = Json.createArrayBuilder()
                .add(field("name", "text", "Name", "Name").add("required", true))
                .add("email")
                .add(field("role", "select", "You are here as", "Sie sind hier als")
                        .add("options", Json.createArrayBuilder(List.of("Musician", "Technician", "Something else"))))
                .add(field("what", "text", "As what?", "Als was?")
                        .add(
                                "showWhen",
                                Json.createObjectBuilder().add("field", "role").add("equals", "Something else")))
                .add(field(
                                "terms",
                                "consent",
                                "I agree to the rules of the house",
                                "Ich bin mit der Hausordnung einverstanden")
                        .add("required", true));
        var look = Json.createObjectBuilder()
                .add("primaryColor", "#e2b714")
                .add("intro", "Fifty seats. Bring your own headphones.")
                .add("thankYou", "Thank you, see you there!");
        return Json.createObjectBuilder().add("fields", fields).add("customization", look);
    }

    private static JsonObjectBuilder field(String name, String type, String label, String german) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("type", type)
                .add("label", label)
                .add("labels", Json.createObjectBuilder().add("de", german));
    }

    private JsonObjectBuilder recorded(String title, String authType) {
        var yesterday = now().minusDays(1);
        return event(title, authType, yesterday, yesterday.plusHours(1), origin + "/recorded/demo/master.m3u8");
    }

    private JsonObjectBuilder live(String title, String authType) {
        return event(title, authType, now().minusMinutes(5), now().plusHours(12), origin + "/live/demo/master.m3u8");
    }

    private JsonObjectBuilder startingSoon(String title, String authType) {
        return event(title, authType, now().plusMinutes(2), now().plusHours(12), origin + "/live/demo/master.m3u8");
    }

    private JsonObjectBuilder event(
            String title, String authType, ZonedDateTime starts, ZonedDateTime ends, String manifest) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("authType", authType)
                .add("startsAt", starts.toOffsetDateTime().toString())
                .add("endsAt", ends.toOffsetDateTime().toString())
                .add("timeZone", BERLIN.getId())
                .add(
                        "videoConfig",
                        Json.createObjectBuilder()
                                .add("manifestUrl", manifest)
                                .add("thumbnailUrl", origin + "/recorded/demo/poster.jpg"))
                .add(
                        "embedConfig",
                        Json.createObjectBuilder()
                                .add("allowedOrigins", Json.createArrayBuilder().add(partnerOrigin)));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(BERLIN).truncatedTo(ChronoUnit.SECONDS);
    }
}
