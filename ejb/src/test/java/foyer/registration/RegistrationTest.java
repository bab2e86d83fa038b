package foyer.registration;

import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aConfirmedRegistration;
import static foyer.registration.SomeRegistrations.aHeldRegistration;
import static foyer.registration.SomeRegistrations.aWaitingRegistration;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.WrongState;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    @Test
    void aProofConfirmsASeatThatWasHeld() {
        var confirmed = aHeldRegistration().prove(false, NOON);

        assertThat(confirmed.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(confirmed.hold()).isEmpty();
        assertThat(confirmed.prove(false, NOON.plusSeconds(60))).isSameAs(confirmed);
    }

    @Test
    void whereTheOrganizerHasToAgreeAProofIsNotEnough() {
        var proven = aHeldRegistration().prove(true, NOON);

        assertThat(proven.state()).isEqualTo(RegistrationState.AWAITING_APPROVAL);
        assertThat(proven.approve(NOON).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void whatIsStillToBePaidStaysHeld() {
        var unpaid = registration(EventId.fresh(), anAddress(), RegistrationState.HELD, PaymentStatus.PENDING, NOON);

        var proven = unpaid.prove(false, NOON);

        assertThat(proven.state()).isEqualTo(RegistrationState.HELD);
        assertThat(proven.hold()).isEqualTo(unpaid.hold());
        assertThat(proven.prove(false, NOON)).isSameAs(proven);
    }

    @Test
    void aHoldThatRanOutIsOverBeforeAnybodyWritesItDown() {
        var late = NOON.plus(HALF_AN_HOUR);

        assertThat(aHeldRegistration().stateAt(late.minusMillis(1))).isEqualTo(RegistrationState.HELD);
        assertThat(aHeldRegistration().stateAt(late)).isEqualTo(RegistrationState.EXPIRED);
        assertThatThrownBy(() -> aHeldRegistration().prove(false, late)).isInstanceOf(WrongState.class);
    }

    @Test
    void aConfirmedSeatDoesNotExpire() {
        var confirmed = aConfirmedRegistration();

        assertThat(confirmed.expire(NOON.plus(HALF_AN_HOUR))).isSameAs(confirmed);
    }

    @Test
    void whatIsCancelledOpensNothing() {
        var cancelled = aConfirmedRegistration().cancel(NOON);

        assertThat(cancelled.credentials()).isEqualTo(Credentials.NONE);
        assertThat(cancelled.admitsAt(NOON)).isFalse();
        assertThat(cancelled.cancel(NOON)).isSameAs(cancelled);
    }

    @Test
    void whatBecomesOfItsMoneyDoesNotEndItAnew() {
        var cancelled = aConfirmedRegistration().cancel(NOON);

        var later = cancelled.contest(true, NOON.plusSeconds(60)).refund(1200, true, NOON.plusSeconds(90));

        assertThat(later.updatedAt()).isEqualTo(cancelled.updatedAt());
        assertThat(later.version()).isEqualTo(cancelled.version() + 2);
    }

    @Test
    void aRefundOfAllEndsItAtThatMoment() {
        var later = NOON.plusSeconds(90);

        assertThat(aConfirmedRegistration().refund(1200, true, later).updatedAt())
                .isEqualTo(later);
    }

    @Test
    void whoWasConfirmedOrPaidIsInvitedForGood() {
        var unpaid = registration(EventId.fresh(), anAddress(), RegistrationState.HELD, PaymentStatus.PENDING, NOON);
        var paid = unpaid.pay("payment", true, Credentials.NONE, NOON);

        assertThat(aConfirmedRegistration().cancel(NOON).invited()).isTrue();
        assertThat(paid.state()).isEqualTo(RegistrationState.AWAITING_APPROVAL);
        assertThat(paid.refund(1200, true, NOON).invited()).isTrue();
        assertThat(aHeldRegistration().invited()).isFalse();
        assertThat(aWaitingRegistration().cancel(NOON).invited()).isFalse();
    }

    @Test
    void anOfferIsAHoldThatAProofConfirms() {
        var offered = aWaitingRegistration().offer(NOON.plus(HALF_AN_HOUR), Credentials.NONE, NOON);

        assertThat(offered.state()).isEqualTo(RegistrationState.HELD);
        assertThat(offered.prove(false, NOON).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void neitherAnswersNorHashesAreInALogLine() {
        assertThat(aConfirmedRegistration().toString()).doesNotContain("Ada", "example.org", "code", "proof");
    }

    @Test
    void twoProofsAtMostAreAlive() {
        var credentials = Credentials.NONE;
        for (var number = 0; number < 3; number++) {
            credentials = credentials.withProof(new Proof("code" + number, "link", NOON, NOON.plusSeconds(9)), NOON);
        }

        assertThat(credentials.proofsAliveAt(NOON)).extracting(Proof::codeHash).containsExactly("code1", "code2");
        assertThat(credentials.proofsAliveAt(NOON.plusSeconds(9))).isEmpty();
    }
}
