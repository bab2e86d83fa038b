package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A school or an office behind one network address, with more viewers than one address may make calls. */
@Isolated("it starts servers of its own, which takes both cores")
class OneNetworkIT {
    private static final int MORE_THAN_ONE_ADDRESS_MAY = 500;
    private static final int AT_ONCE = 50;
    private static final String PASSWORD = "open sesame";

    @Test
    void allOfASchoolComeInAndAreHeardOf() {
        var event = anEvent().publishedBy(Production.organizer("203.0.113.20"));
        var school = Production.from("203.0.113.21");

        var pupils = IntStream.range(0, MORE_THAN_ONE_ADDRESS_MAY)
                .mapToObj(pupil -> login(school, event, Map.of()).expect(200).json())
                .toList();

        var told = pupils.stream()
                .map(pupil -> beat(school, pupil, token(pupil)).expect(200).json())
                .toList();
        assertThat(told).allMatch(heard -> heard.getBoolean("continue"));
        // Twenty seconds by default, a fifth more or less, so that they do not come all at once again.
        assertThat(told.stream().map(heard -> heard.getInt("nextInSeconds")).distinct())
                .hasSizeGreaterThan(4)
                .allMatch(seconds -> seconds >= 16 && seconds <= 24);
        assertThat(pupils)
                .allMatch(pupil -> school.with("Authorization", token(pupil))
                                .get("/api/events/" + event + "/flow")
                                .status()
                        == 200);
    }

    @Test
    void beatsWithoutATokenOfOursAreCountedByAddress() {
        var event = anEvent().publishedBy(Production.organizer("203.0.113.22"));
        var pupil = login(Production.from("203.0.113.23"), event, Map.of())
                .expect(200)
                .json();
        var stranger = Production.from("203.0.113.24");

        assertThat(statuses(() -> beat(stranger, pupil, token(pupil) + "x"))).contains(401, 429);
        assertThat(beat(stranger, pupil, token(pupil)).expect(200).json().getBoolean("continue"))
                .isTrue();
    }

    @Test
    void aScreenThatReportsTooOftenIsToldWhenToComeBackAndTheOneBesideItIsNot() {
        var event = anEvent().publishedBy(Production.organizer("203.0.113.25"));
        var school = Production.from("203.0.113.26");
        var hasty = login(school, event, Map.of()).expect(200).json();
        var other = login(school, event, Map.of()).expect(200).json();

        assertThat(statuses(() -> beat(school, hasty, token(hasty)))).contains(200, 429);
        beat(school, other, token(other)).expect(200);
    }

    @Test
    void whoeverGuessesASharedPasswordShutsNobodyOutBesideThem() {
        var password = Json.createObjectBuilder().add("mode", "shared").add("password", PASSWORD);
        var event = anEvent()
                .with("authType", "password")
                .with("passwordConfig", password.build())
                .publishedBy(Production.organizer("203.0.113.27"));
        var school = Production.from("203.0.113.28");
        login(school, event, Map.of("password", PASSWORD)).expect(200);

        assertThat(statuses(() -> login(school, event, Map.of("password", "guess"))))
                .contains(401, 429);

        assertThat(IntStream.range(0, MORE_THAN_ONE_ADDRESS_MAY)
                        .mapToObj(pupil -> login(school, event, Map.of("password", PASSWORD))))
                .allMatch(login -> login.status() == 200);
    }

    private static List<Integer> statuses(Supplier<Called> call) {
        // Many at once, for one after the other might be so slow that all of them are allowed.
        return Stream.generate(() -> AtOnce.calls(AT_ONCE, caller -> call.get()))
                .limit(MORE_THAN_ONE_ADDRESS_MAY / AT_ONCE)
                .flatMap(Collection::stream)
                .map(Called::status)
                .distinct()
                .toList();
    }

    private static Called login(Http caller, String event, Map<String, String> shown) {
        var body = Json.createObjectBuilder().add("eventId", event);
        shown.forEach(body::add);
        return caller.post("/api/auth/login", body.build());
    }

    private static Called beat(Http caller, JsonObject login, String token) {
        return caller.with("Authorization", token)
                .post(
                        "/api/sessions/" + login.getString("sessionId") + "/heartbeat",
                        Json.createObjectBuilder().add("state", "playing").build());
    }

    private static String token(JsonObject login) {
        return "Foyer " + login.getString("sessionToken");
    }
}
