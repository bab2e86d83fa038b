package foyer.payment.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import foyer.event.EventId;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Price;
import foyer.registration.Fee;
import foyer.registration.Registration;
import foyer.shared.Money;
import foyer.shared.TooManyRequests;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoucherGuessesTest {
    private static final String NETWORK = "192.0.2.1";
    private static final String ANOTHER_NETWORK = "198.51.100.1";
    private static final int FREE = 5;
    private static final Price HALF = Price.of(new Money(600, Currency.getInstance("EUR")));

    private final SomePayments house = new SomePayments();
    private final VoucherGuesses guesses = house.guesses;
    private final Registration eve = house.aHeldSeat();
    private final Registration ada = house.aHeldSeat();

    @Test
    void fiveWrongOnesAreFreeAndThenEachWaitsForLonger() {
        guess(eve, FREE);

        assertThat(waitOf(eve)).isEqualTo(Duration.ofSeconds(1));
        house.clock.pass(Duration.ofSeconds(1));
        guess(eve, 1);
        assertThat(waitOf(eve)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRightOneWaitsForNobodyElsesGuesses() {
        guess(eve, FREE);
        assertThat(waitOf(eve)).isPositive();

        assertThat(right(ada, NETWORK)).isEqualTo(HALF);
        assertThat(right(ada, NETWORK)).as("and once more").isEqualTo(HALF);
    }

    @Test
    void whoMistypedOnceWaitsWithTheNetworkAndNotOnAnother() {
        guess(ada, 1);
        guess(eve, FREE - 1);

        assertThat(waitOf(ada)).isPositive();
        assertThat(right(ada, ANOTHER_NETWORK)).isEqualTo(HALF);
    }

    /** Each with an address of its own: one guess each, and no more. */
    @Test
    void whoRegistersForEachGuessLengthensTheWaitOfTheirNetwork() {
        guess(eve, FREE);
        IntStream.range(0, 3).forEach(another -> guess(house.aHeldSeat(), 1));

        assertThat(waitOf(eve)).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void aRightOneForgivesNoWrongOnes() {
        for (var guess = 0; guess < FREE; guess++) {
            right(eve, NETWORK);
            guess(eve, 1);
        }

        assertThat(waitOf(eve)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void rightOnesNeverCount() {
        IntStream.range(0, 50).forEach(time -> right(ada, NETWORK));

        assertThatCode(() -> guess(ada, FREE)).doesNotThrowAnyException();
    }

    @Test
    void whatOneRegisteredWithIsNoGuess() {
        guess(eve, FREE);
        var early = registeredWith("EARLY");

        assertThat(guesses.priced(early, "early", NETWORK, () -> HALF)).isEqualTo(HALF);
        assertThat(guesses.priced(early, "", NETWORK, () -> HALF)).isEqualTo(HALF);
        assertThat(guesses.priced(early, null, NETWORK, () -> HALF)).isEqualTo(HALF);
    }

    @Test
    void oneThatIsUsedUpOrOverIsNoGuessAndNorIsASilentStore() {
        for (var time = 0; time < FREE; time++) {
            for (var code : new String[] {"used_up", "expired"}) {
                assertThatThrownBy(() -> guesses.priced(eve, "OLD", NETWORK, () -> {
                            throw new VoucherRefused(code, "Too late.");
                        }))
                        .isInstanceOf(VoucherRefused.class);
            }
            assertThatThrownBy(() -> guesses.priced(eve, "ANY", NETWORK, () -> {
                        throw new Unavailable("Silent.", Duration.ofSeconds(1));
                    }))
                    .isInstanceOf(Unavailable.class);
        }

        assertThatCode(() -> guess(eve, FREE)).doesNotThrowAnyException();
    }

    @Test
    void whoRegistersIsCountedWithWhoPays() {
        var event = house.event.id();
        IntStream.range(0, FREE)
                .forEach(time -> assertThatThrownBy(() -> guesses.priced(event, NETWORK, VoucherGuessesTest::wrong))
                        .isInstanceOf(VoucherRefused.class));

        assertThatThrownBy(() -> guesses.priced(event, NETWORK, () -> HALF)).isInstanceOf(TooManyRequests.class);
        assertThat(guesses.priced(event, ANOTHER_NETWORK, () -> HALF)).isEqualTo(HALF);
        assertThat(guesses.priced(EventId.fresh(), NETWORK, () -> HALF)).isEqualTo(HALF);
        assertThat(right(ada, NETWORK)).isEqualTo(HALF);
    }

    @Test
    void manyWhoTypeARightOneAtOnceDoNotWaitForEachOther() {
        assertThat(registersBeside(4 * FREE)).as("who register").isEqualTo(HALF);
        assertThat(paysBeside(4 * FREE)).as("who pay, and one who registers").isEqualTo(HALF);
    }

    @Test
    void wrongOnesOfWhoRegisterCountOnceEachIsLookedUp() {
        var event = house.event.id();
        IntStream.range(0, FREE - 1)
                .forEach(time -> assertThatThrownBy(() -> guesses.priced(event, NETWORK, VoucherGuessesTest::wrong))
                        .isInstanceOf(VoucherRefused.class));

        assertThat(guesses.priced(event, NETWORK, () -> HALF)).isEqualTo(HALF);
        assertThatThrownBy(() -> guesses.priced(event, NETWORK, VoucherGuessesTest::wrong))
                .isInstanceOf(VoucherRefused.class);
        assertThatThrownBy(() -> guesses.priced(event, NETWORK, () -> HALF)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void theUseCasesAskForIt() {
        IntStream.range(0, FREE)
                .forEach(time -> assertThatThrownBy(() -> house.checkout(eve, "GUESS" + time))
                        .isInstanceOf(VoucherRefused.class));

        assertThatThrownBy(() -> house.checkout(eve, "GUESS")).isInstanceOf(TooManyRequests.class);
        assertThatThrownBy(() -> house.taking.quote(eve.id(), house.token(eve), "GUESS", SomePayments.NETWORK))
                .isInstanceOf(TooManyRequests.class);
    }

    private Registration registeredWith(String voucher) {
        return new Registration(
                eve.id(),
                eve.event(),
                eve.email(),
                eve.userData(),
                eve.language(),
                eve.state(),
                Fee.due(voucher),
                true,
                eve.credentials(),
                eve.heldUntil(),
                eve.version(),
                eve.createdAt(),
                eve.updatedAt(),
                false);
    }

    private void guess(Registration by, int times) {
        for (var time = 0; time < times; time++) {
            assertThatThrownBy(() -> guesses.priced(by, "GUESS", NETWORK, VoucherGuessesTest::wrong))
                    .isInstanceOf(VoucherRefused.class);
        }
    }

    private Price right(Registration by, String network) {
        return guesses.priced(by, "HALF", network, () -> HALF);
    }

    private Duration waitOf(Registration by) {
        return catchThrowableOfType(
                        TooManyRequests.class, () -> guesses.priced(by, "GUESS", NETWORK, VoucherGuessesTest::wrong))
                .retryAfter();
    }

    /** Each comes while the one before is looked up. */
    private Price registersBeside(int others) {
        return guesses.priced(house.event.id(), NETWORK, () -> others == 0 ? HALF : registersBeside(others - 1));
    }

    private Price paysBeside(int others) {
        return guesses.priced(
                house.aHeldSeat(), "HALF", NETWORK, () -> others == 0 ? registersBeside(0) : paysBeside(others - 1));
    }

    private static Price wrong() {
        throw new VoucherRefused(VoucherRefused.UNKNOWN, "There is no such voucher.");
    }
}
