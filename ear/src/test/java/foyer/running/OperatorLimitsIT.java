package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What an operator may ask for wherever they are, and how they are kept from guessing at each other's passwords. */
@Isolated("it starts servers of its own, which takes both cores")
class OperatorLimitsIT {
    private static final String PASSWORD = "a password of somebody who organizes";
    private static final int AT_ONCE = 50;

    /** More than are free, and fewer than a mail address may be tried by all in a minute. */
    private static final int GUESSES = 8;

    private final String email = "ann-" + UUID.randomUUID() + "@example.org";

    @Test
    void anOperatorIsCountedWhereverTheyCallFromAndTheirNeighbourIsNot() {
        appointed("203.0.113.50");
        var token = Whole.signedIn(Production.from("203.0.113.50"), email, PASSWORD);
        var elsewhere = token.with("X-Forwarded-For", "203.0.113.51");

        var refused = Stream.generate(() -> AtOnce.calls(AT_ONCE, call -> keys(call % 2 == 0 ? token : elsewhere)))
                .limit(60)
                .flatMap(Collection::stream)
                .filter(answer -> answer.status() == 429)
                .findFirst();

        assertThat(refused).as("one of 3,000 calls is refused").isPresent();
        assertThat(refused.get().header("RateLimit")).startsWith("\"operator\"");
        assertThat(Integer.parseInt(refused.get().header("Retry-After"))).isPositive();
        keys(Production.organizer("203.0.113.51")).expect(200);
    }

    @Test
    void whoGuessesAtAPasswordWaitsAndItsOwnerElsewhereDoesNot() {
        appointed("203.0.113.52");
        var guesser = Production.from("203.0.113.53");

        var answers = AtOnce.calls(GUESSES, guess -> login(guesser, "wrong"));

        assertThat(answers).extracting(Called::status).containsOnly(401, 429).contains(401, 429);
        // Some may have to wait for others' hashes instead, which are made one by one.
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .allSatisfy(refused -> assertThat(Integer.parseInt(refused.header("Retry-After")))
                        .isPositive())
                .extracting(refused -> refused.problem().toString())
                .anyMatch(told -> told.contains("too many tries in a row"));
        login(Production.from("203.0.113.54"), PASSWORD).expect(200);
    }

    @Test
    void everyAnswerSaysWhatIsLeft() {
        var answer = keys(Production.from("203.0.113.55")).expect(200);

        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"address\";q=600;w=60");
        assertThat(answer.header("RateLimit")).matches("\"address\";r=1\\d\\d;t=\\d+");
    }

    private void appointed(String from) {
        var operator = credentials(PASSWORD)
                .add("name", "Ann")
                .add("roles", Json.createArrayBuilder().add("organizer"));
        Production.organizer(from).post("/api/operators", operator.build()).expect(201);
    }

    private Called login(Http caller, String password) {
        return caller.post("/api/auth/login", credentials(password).build());
    }

    private JsonObjectBuilder credentials(String password) {
        return Json.createObjectBuilder().add("email", email).add("password", password);
    }

    private static Called keys(Http caller) {
        return caller.get("/api/auth/jwks");
    }
}
