package foyer.payment.stripe;

import static foyer.payment.stripe.StripeHouse.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Seen.Flaw;
import foyer.payment.provider.AtAProvider;
import foyer.payment.provider.AtAProvider.Outside;
import foyer.payment.provider.Checkouts;
import foyer.sandbox.stripe.webhook.Signature;
import foyer.shared.JsonText;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Stripe tells by itself, and whose it is. */
class StripeJournalIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
    /** Stripe's own limit goes by the test's clock, and is kept by the pace at which that is moved. */
    private static final Map<String, String> WITHOUT_A_LINE = Map.of("rate", "1000");

    private final SettableClock clock = new SettableClock();
    private final StripeHouse house = new StripeHouse(clock, WITHOUT_A_LINE);
    private final AtAProvider shop = new AtAProvider() {
        @Override
        public Checkouts checkouts() {
            return house.checkouts;
        }

        @Override
        public SettableClock clock() {
            return clock;
        }

        @Override
        public Outside outside() {
            return house;
        }
    };

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout.session.completed",
                "payment_intent.succeeded",
                "charge.succeeded",
                "charge.refunded",
                "refund.created",
                "refund.failed",
                "charge.dispute.created",
                "charge.dispute.closed"
            })
    void aNoticeSaysWhoseItIs(String type) {
        var payment = shop.aPaidOne();
        house.checkouts.refund(payment, 200);
        house.failRefund(payment, 200);
        house.refundThere(payment, 100);
        house.failRefund(payment, 100);
        house.dispute(payment);
        house.decideDispute(payment, false);

        assertThat(told(type)).isNotEmpty().containsOnly(Optional.of(payment.id()));
    }

    @Test
    void aNoticeOfAnotherShopsIsNotOurs() {
        house.create("/v1/products", "name=Something");

        assertThat(told("product.created")).containsOnly(Optional.empty());
    }

    @Test
    void whereTheOwnerIsNotToBeFoundOutNowItIsToldAgain() {
        var payment = shop.aPaidOne();
        house.dispute(payment);
        house.fail("payment_intents.retrieve", "before", 1, 0);

        assertThatThrownBy(() -> told("charge.dispute.created")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPlaceThatStripeDoesNotKnowIsAGap() {
        var paid = shop.aPaidOne();
        clock.pass(A_MINUTE);
        var now = clock.instant().getEpochSecond();

        assertThat(house.checkouts.heardSince(now + " evt_gone").gap()).isTrue();
        var place = house.checkouts.heardSince(null).place();
        clock.pass(Duration.ofDays(30));
        var heard = house.checkouts.heardSince(place);

        assertThat(heard.gap()).isTrue();
        assertThat(heard.payments()).doesNotContain(paid.id());
        assertThat(heard.place()).isNotNull();
    }

    @Test
    void aQuietMonthIsOneGapAndNotOneAtEachLook() {
        shop.aPaidOne();
        clock.pass(A_MINUTE);
        var place = house.checkouts.heardSince(null).place();
        clock.pass(Duration.ofDays(29));

        var gap = house.checkouts.heardSince(place);
        clock.pass(A_MINUTE);
        var next = house.checkouts.heardSince(gap.place());

        assertThat(gap.gap()).isTrue();
        assertThat(next.gap()).isFalse();
        var paid = shop.aPaidOne();
        assertThat(house.checkouts.heardSince(next.place()).payments()).containsExactly(paid.id());
    }

    @Test
    void whoBeginsToListenAfterAQuietMonthFindsNoGap() {
        shop.aPaidOne();
        clock.pass(Duration.ofDays(29));

        var place = house.checkouts.heardSince(null).place();
        clock.pass(A_MINUTE);

        assertThat(house.checkouts.heardSince(place).gap()).isFalse();
    }

    @Test
    void whereNothingHadHappenedItBeginsWithTheFirst() {
        var place = house.checkouts.heardSince(null).place();
        var paid = shop.aPaidOne();

        assertThat(house.checkouts.heardSince(place).payments()).containsExactly(paid.id());
    }

    @Test
    void whatMayNotBeWholeYetIsReadAgain() {
        shop.aPaidOne();
        clock.pass(A_MINUTE);
        var place = house.checkouts.heardSince(null).place();
        var paid = shop.aPaidOne();

        var heard = house.checkouts.heardSince(place);
        assertThat(heard.payments()).containsExactly(paid.id());
        assertThat(house.checkouts.heardSince(heard.place()).payments()).containsExactly(paid.id());

        clock.pass(A_MINUTE);
        var next = shop.aPaidOne();
        var later = house.checkouts.heardSince(heard.place());
        assertThat(later.payments()).containsExactlyInAnyOrder(paid.id(), next.id());
        assertThat(house.checkouts.heardSince(later.place()).payments()).containsExactly(next.id());

        clock.pass(A_QUARTER_OF_AN_HOUR);
        var quiet = house.checkouts.heardSince(later.place());
        assertThat(house.checkouts.heardSince(quiet.place()).payments()).isEmpty();
    }

    @Test
    void aNodeWhoseClockIsFastPassesNothingOver() {
        shop.aPaidOne();
        clock.pass(A_MINUTE);
        var place = house.checkouts.heardSince(null).place();
        var paid = shop.aPaidOne();
        var fast = house.checkoutsBy(Clock.offset(clock, Duration.ofMinutes(10)));

        var heard = fast.heardSince(place);

        assertThat(fast.heardSince(heard.place()).payments())
                .as("others may still come to stand before it")
                .containsExactly(paid.id());
    }

    @Test
    void soManyWithinSecondsAreReadToTheirEnd() {
        shop.aPaidOne();
        clock.pass(A_MINUTE);
        var place = house.checkouts.heardSince(null).place();
        Set<PaymentId> paid = new HashSet<>();
        for (var sale = 0; sale < 36; sale++) {
            // No faster than Stripe takes it.
            if (sale % 9 == 0) {
                clock.pass(Duration.ofSeconds(1));
            }
            var payment = shop.aPaidOne();
            house.checkouts.refund(payment, 100);
            house.checkouts.refund(shop.lookedAt(payment), 200);
            paid.add(payment.id());
        }

        var heard = house.checkouts.heardSince(place);

        assertThat(heard.payments()).isEqualTo(paid);
        assertThat(heard.more()).isFalse();
        clock.pass(A_QUARTER_OF_AN_HOUR);
        Set<PaymentId> again = new HashSet<>();
        var page = heard;
        do {
            page = house.checkouts.heardSince(page.place());
            again.addAll(page.payments());
        } while (page.more());
        assertThat(again).isEqualTo(paid);
    }

    @Test
    void aLongAbsenceIsReadPageByPage() {
        shop.aPaidOne();
        clock.pass(A_MINUTE);
        var place = house.checkouts.heardSince(null).place();
        Set<PaymentId> paid = new HashSet<>();
        for (var sale = 0; sale < 45; sale++) {
            var payment = shop.aPaidOne();
            house.checkouts.refund(payment, 100);
            house.checkouts.refund(shop.lookedAt(payment), 200);
            paid.add(payment.id());
            clock.pass(Duration.ofSeconds(7));
        }

        Set<PaymentId> heard = new HashSet<>();
        var first = house.checkouts.heardSince(place);
        assertThat(first.more()).isTrue();
        heard.addAll(first.payments());
        var second = house.checkouts.heardSince(first.place());
        heard.addAll(second.payments());

        assertThat(second.more()).isFalse();
        assertThat(heard).isEqualTo(paid);
    }

    @Test
    void theStatementHasNothingOfAnotherShopInTheSameAccount() {
        var from = clock.instant();
        var ours = shop.anOpenPayment();
        house.create(
                "/v1/checkout/sessions",
                "mode=payment&success_url=https://other.example/&line_items[0][quantity]=1"
                        + "&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=900"
                        + "&line_items[0][price_data][product_data][name]=A%20book");
        clock.pass(Duration.ofSeconds(1));

        assertThat(house.checkouts.statement(from, clock.instant(), null).entries())
                .extracting(Checkouts.Entry::payment)
                .containsExactly(ours.id());
    }

    @Test
    void theStatementHasPages() {
        var from = clock.instant();
        for (var sale = 0; sale < 101; sale++) {
            shop.anOpenPayment();
            clock.pass(Duration.ofSeconds(1));
        }

        var first = house.checkouts.statement(from, clock.instant(), null);
        var second = house.checkouts.statement(from, clock.instant(), first.next());

        assertThat(first.entries()).hasSize(100);
        assertThat(second.entries()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void aCheckoutOfAnotherPaymentIsNeverTakenForOurs() {
        var theirs = shop.aPaidOne();
        var ours = shop.anIntent();
        var mixedUp = new Payment(
                ours.id(),
                ours.registration(),
                ours.event(),
                ours.price(),
                null,
                theirs.atProvider().orElseThrow(),
                ours.payableUntil(),
                ours.seen(),
                ours.outcome(),
                0,
                List.of(),
                0,
                null,
                Set.of(),
                null,
                1,
                ours.createdAt(),
                ours.updatedAt());

        assertThat(house.checkouts.look(mixedUp).flaws()).containsExactly(Flaw.NOT_OURS);
    }

    @Test
    void anotherAccountsKeyFindsNothingAndSaysNothing() {
        var payment = shop.aPaidOne();
        var wrongKey = house.checkouts(Map.of("key", "sk_test_other1"));

        assertThatThrownBy(() -> wrongKey.look(payment)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aKeyThatIsNoneIsNoAnswer() {
        var noKey = house.checkouts(Map.of("key", "sk_test_" + "x".repeat(220)));

        assertThatThrownBy(() -> noKey.look(shop.aPaidOne())).isInstanceOf(Unavailable.class);
    }

    /** What our side makes of each notice of a type, signed as Stripe signs. */
    private List<Optional<PaymentId>> told(String type) {
        return house.all("event").stream()
                .filter(event -> event instanceof Map<?, ?> map && type.equals(map.get("type")))
                .map(JsonText::of)
                .map(notice -> house.checkouts.read(
                        notice.getBytes(UTF_8),
                        Signature.of(notice, clock.instant().getEpochSecond(), List.of(SECRET))))
                .toList();
    }
}
