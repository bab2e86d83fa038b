package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Codes of vouchers, guessed at wherever one can be typed, while others share the guesser's network. */
@Beside
class GuessedVouchersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FREE = 5;
    private static final int LONG_ENOUGH_TO_BE_ASKED_IN = 14;

    private final Http organizer = Whole.onMicro().as("organizer");
    private final String event = Shopper.offer().publishedBy(organizer);
    private final String right = organizer
            .call("POST", "/api/vouchers", "{\"percent\": 50}")
            .expect(201)
            .json()
            .getString("code");

    @Test
    void whoGuessesWhileTheyPayHasToWaitAndWhoTypesARightOneBesideThemHasNot() {
        var eve = Shopper.at(event);
        var ada = Shopper.at(event);
        for (var guess = 0; guess < FREE; guess++) {
            assertThat(asks(eve, "quote", "GUESS" + guess).expect(400).text()).contains("unknown_value");
        }
        waits(() -> asks(eve, "quote", "GUESS"), LONG_ENOUGH_TO_BE_ASKED_IN);

        asks(eve, "quote", right).expect(429);
        asks(eve, "checkout", "GUESS").expect(429);
        assertThat(asks(ada, "quote", right).expect(200).json().getInt("due")).isEqualTo(600);
        assertThat(asks(ada, "checkout", right).expect(201).json().getInt("amount"))
                .isEqualTo(600);
    }

    @Test
    void whoGuessesWhileTheyRegisterHasToWaitAndWhoHasNoVoucherHasNot() {
        var before = Shopper.at(event, Mailbox.fresh(), Map.of("voucher", right));
        for (var guess = 0; guess < FREE; guess++) {
            assertThat(registers("GUESS" + guess).expect(400).text()).contains("unknown_value");
        }
        waits(() -> registers("GUESS"), 5);

        Shopper.at(event);
        assertThat(before.asksForCheckout().expect(201).json().getInt("amount"))
                .as("by the voucher that they registered with")
                .isEqualTo(600);
    }

    /** @param seconds until the next guess has to wait for as many: the first waits may be over before anything is asked in them */
    private static void waits(Supplier<Called> guess, int seconds) {
        assertThat(Await.until(PATIENCE, () -> {
                    var answer = guess.get();
                    assertThat(answer.status()).isIn(400, 429);
                    return answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) >= seconds;
                }))
                .as("made to wait for longer each time")
                .isTrue();
    }

    private Called registers(String voucher) {
        var wish = Json.createObjectBuilder(Door.wish(event, Mailbox.fresh())).add("voucher", voucher);
        return Whole.onMicro().http().post("/api/registrations", wish.build());
    }

    private static Called asks(Shopper shopper, String what, String voucher) {
        var body = Json.createObjectBuilder()
                .add("registrationId", shopper.registration())
                .add("voucher", voucher);
        return shopper.own().post("/api/payments/" + what, body.build());
    }
}
