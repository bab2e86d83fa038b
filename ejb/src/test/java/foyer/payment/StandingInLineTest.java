package foyer.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.Taken.Status;
import foyer.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingInLineTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final SomePayments house = new SomePayments();
    private final List<Registration> seats =
            Stream.generate(house::aHeldSeat).limit(5).toList();

    @BeforeEach
    void oneCheckoutIsOpenedInASecond() {
        house.checkouts.pace(A_SECOND);
    }

    @Test
    void eachIsToldHowManyBeganEarlierAndHowLongTheyTake() {
        var begun = begun();

        var last = look(begun, 4);

        assertThat(last.status()).isEqualTo(Status.QUEUED);
        assertThat(last.line()).isEqualTo(new Checkouts.Line(4, Duration.ofSeconds(4)));
        assertThat(look(begun, 3).line()).isEqualTo(new Checkouts.Line(3, Duration.ofSeconds(3)));
    }

    @Test
    void whoIsFarBackPassesNobodyHoweverOftenTheyLook() {
        var begun = begun();

        look(begun, 4);
        look(begun, 4);

        assertThat(house.payment(begun.get(4)).atProvider()).isEmpty();
    }

    @Test
    void whoIsFirstIsLetThroughAndTheOthersMoveOn() {
        var begun = begun();

        assertThat(look(begun, 0).status()).isEqualTo(Status.OPEN);

        house.clock.pass(A_SECOND);
        assertThat(look(begun, 4).line().before()).isEqualTo(3);
    }

    @Test
    void whoComesLastStandsBehindAllWhoWait() {
        begun();

        var taken = house.checkout(house.aHeldSeat(), null);

        assertThat(taken.status()).isEqualTo(Status.QUEUED);
        assertThat(taken.line().before()).isEqualTo(5);
    }

    @Test
    void theProvidersWordsToTheOrganizerAreNotForViewers() {
        var begun = house.anIntent(seats.get(0));
        house.clock.pass(Duration.ofMinutes(2));

        assertThatThrownBy(() -> house.taking.look(begun.id(), house.token(seats.get(0))))
                .isInstanceOf(CheckoutRefused.class)
                .hasMessageContaining("The organizer has been told")
                .hasMessageNotContaining("expires_at");
        assertThat(house.letters()).contains("paymentAlert");
    }

    @Test
    void whereNobodyWaitsNobodyIsInLine() {
        assertThat(house.checkout(seats.get(0), null).status()).isEqualTo(Status.OPEN);
    }

    /** One after the other, and none of them is opened yet. */
    private List<Payment> begun() {
        return seats.stream()
                .map(seat -> {
                    var intent = house.anIntent(seat);
                    house.clock.pass(Duration.ofMillis(10));
                    return intent;
                })
                .toList();
    }

    private Taken look(List<Payment> begun, int at) {
        return house.taking.look(begun.get(at).id(), house.token(seats.get(at)));
    }
}
