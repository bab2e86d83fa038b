package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given for a field, it is told by its name. */
@Isolated("half a minute has to be enough for each of its tests")
@ExtendWith(StillWell.class)
@Timeout(30)
class WrongTypesIT {
    private static final List<String> FIELDS = List.of(
            "title",
            "description",
            "authType",
            "startsAt",
            "endsAt",
            "timeZone",
            "capacity",
            "videoConfig",
            "videoUrl",
            "registrationConfig",
            "paymentConfig",
            "passwordConfig",
            "verifyEmail",
            "embedConfig",
            "waitingList",
            "screens",
            "vimeoId");

    /** They may come back as they were read. */
    private static final List<String> SET_BY_NOBODY = List.of("eventId", "state", "version", "createdAt", "updatedAt");

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @ParameterizedTest
    @MethodSource("fields")
    void theWrongTypeIsToldByTheFieldsName(String field) {
        for (var wrong : List.of(
                JsonValue.TRUE,
                Json.createValue(3.5),
                Json.createValue("\u0000"),
                emptyList(),
                listOf(JsonValue.NULL))) {
            if (wrong == JsonValue.TRUE && List.of("verifyEmail", "waitingList").contains(field)) {
                continue;
            }
            var refused =
                    organizer.post("/api/events", anEvent().with(field, wrong).json());

            assertThat(refused.status()).as(field + ": " + wrong).isEqualTo(400);
            assertThat(EventsIT.fields(refused.problem())).as(field).anyMatch(path -> path.startsWith(field));
        }
    }

    @Test
    void noFieldOfAnEventIsLeftOut() {
        var described = everyone.with("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json();

        var fields = described.getValue("/components/schemas/SubmittedEvent/properties");
        assertThat(FIELDS)
                .containsAll(fields.asJsonObject().keySet().stream()
                        .filter(field -> !SET_BY_NOBODY.contains(field))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/login, email",
        "/api/auth/login, password",
        "/api/auth/login, eventId",
        "/api/auth/code, eventId",
        "/api/auth/refresh, refreshToken",
        "/api/auth/logout, refreshToken",
        "/api/operators, email",
        "/api/operators, name",
        "/api/operators, password",
        "/api/operators, roles",
        "/api/operators, disabled"
    })
    void theWrongTypeIsToldWhereverPeopleSignIn(String path, String field) {
        var caller = path.equals("/api/operators") ? Whole.onMicro().as("admin") : everyone;
        for (var wrong :
                List.of(Json.createValue(3.5), emptyList(), listOf(JsonValue.NULL), JsonValue.EMPTY_JSON_OBJECT)) {
            var body = Json.createObjectBuilder().add(field, wrong).build();

            var refused = caller.post(path, body);

            assertThat(refused.status()).as(field + ": " + wrong).isEqualTo(400);
            assertThat(EventsIT.fields(refused.problem())).as(field).anyMatch(named -> named.startsWith(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/login", "/api/auth/code"})
    void aWrongEventHidesNothingElseThatIsWrong(String path) {
        var body = Json.createObjectBuilder()
                .add("eventId", 3)
                .add("email", true)
                .add("extra", "whatever")
                .build();

        var refused = everyone.post(path, body).expect(400);

        assertThat(EventsIT.fields(refused.problem())).containsExactlyInAnyOrder("eventId", "email", "extra");
    }

    static Stream<String> fields() {
        return FIELDS.stream();
    }

    private static JsonValue emptyList() {
        return listOf(Json.createObjectBuilder().build());
    }

    private static JsonValue listOf(JsonValue item) {
        return Json.createArrayBuilder().add(item).build();
    }
}
