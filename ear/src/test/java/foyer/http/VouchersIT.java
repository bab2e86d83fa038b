package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A voucher that counts once for each person, over HTTP. */
@Beside
class VouchersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http organizer = Whole.onMicro().as("organizer");
    private final String code = organizer
            .call("POST", "/api/vouchers", "{\"percent\": 50, \"limitPerPerson\": 1}")
            .expect(201)
            .json()
            .getString("code");

    @Test
    void whoHasUsedItPaysAllElsewhereAndOthersStillUseIt() {
        var ada = Mailbox.fresh();
        var event = Shopper.offer().publishedBy(organizer);
        assertThat(asksWithIt(at(event, ada)).expect(201).json().getInt("amount"))
                .isEqualTo(600);

        var again = at(Shopper.offer().publishedBy(organizer), ada);
        assertThat(asksWithIt(again).expect(400).text()).contains("used_up");

        assertThat(again.asksForCheckout().expect(201).json().getInt("amount")).isEqualTo(1200);
        assertThat(asksWithIt(at(event, Mailbox.fresh())).expect(201).json().getInt("amount"))
                .isEqualTo(600);
    }

    @Test
    void ofTwoEventsAtOnceItCountsForOne() {
        var ada = Mailbox.fresh();
        var seats = Stream.generate(() -> at(Shopper.offer().publishedBy(organizer), ada))
                .limit(2)
                .toList();

        var answers = AtOnce.calls(seats.size(), seat -> asksWithIt(seats.get(seat)));

        assertThat(answers).extracting(Called::status).containsExactlyInAnyOrder(201, 400);
        assertThat(uses()).isOne();
    }

    @Test
    void whoGivesTheSeatUpUnpaidMayUseItElsewhere() {
        var ada = Mailbox.fresh();
        var left = at(Shopper.offer().publishedBy(organizer), ada);
        asksWithIt(left).expect(201);
        left.own().delete("/api/registrations/" + left.registration()).expect(204);

        var other = at(Shopper.offer().publishedBy(organizer), ada);

        assertThat(Await.until(PATIENCE, () -> asksWithIt(other).status() == 201))
                .isTrue();
    }

    private Called asksWithIt(Shopper shopper) {
        return shopper.asksForCheckout(Map.of("voucher", code));
    }

    private static Shopper at(String event, Mailbox mailbox) {
        return Shopper.at(event, mailbox, Map.of());
    }

    private int uses() {
        return organizer.get("/api/vouchers/" + code).expect(200).json().getInt("uses");
    }
}
