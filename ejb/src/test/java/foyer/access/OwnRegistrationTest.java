package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.access.SomeAccess.NETWORK;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import foyer.registration.RegistrationState;
import foyer.session.PlaybackTerm;
import foyer.shared.NotFound;
import foyer.shared.TooManyRequests;
import foyer.shared.Unauthenticated;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What viewers do with their own registration: see it, end it, have its link sent once more. */
class OwnRegistrationTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void aViewerSeesAndWithdrawsTheirOwnAndNobodyElses() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();
        var other = access.registration(access.join("eve@example.com")).id();

        assertThat(access.returning.registration(own, opened.token())).containsEntry("email", ADA);
        assertThatThrownBy(() -> access.returning.registration(other, opened.token()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.withdrawing.withdraw(other, opened.token()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.withdrawing.withdraw(own, null)).isInstanceOf(Unauthenticated.class);

        access.withdrawing.withdraw(own, opened.token());
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void theirOwnLinkIsSentOnceMoreAndWhoWatchesGoesOnWatching() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var link = access.lastToken();

        access.resending.resend(access.registration(joined).id(), opened.token(), NETWORK);

        assertThat(access.kindOfLast()).isEqualTo("accessLink");
        assertThat(access.lastToken()).isEqualTo(link);
        var beat = access.node.beat(opened, Map.of());
        assertThat(beat.goesOn()).isTrue();
    }

    @Test
    void lettersAreNotToBeHadWithoutEnd() {
        var joined = access.join(ADA);
        var token =
                requireNonNull(access.byCode(ADA, access.lastCode()).opened()).token();
        var own = access.registration(joined).id();

        assertThatThrownBy(() -> {
                    for (var letters = 0; letters < 100; letters++) {
                        access.resending.resend(own, token, NETWORK);
                    }
                })
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void nobodyHasLettersSentToAnother() {
        access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var link = access.lastToken();
        var other = access.registration(access.join("eve@example.com")).id();

        assertThatThrownBy(() -> access.resending.resend(other, opened.token(), NETWORK))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.resending.resend(other, link, NETWORK)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.resending.resend(other, null, NETWORK)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void whoWaitsForApprovalSeesAndEndsItByTheLinkOfTheirLetter() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("registrationConfig", Map.of("approval", true));
        var approved = new SomeAccess(aPublishedEventOf(submission));
        var joined = approved.join(ADA);
        approved.byCode(ADA, approved.lastCode());
        var link = approved.lastToken();
        var own = approved.registration(joined).id();

        assertThat(approved.returning.registration(own, link)).containsEntry("state", "awaitingApproval");
        assertThatThrownBy(() -> approved.returning.registration(own, link + "x"))
                .isInstanceOf(Unauthenticated.class);
        var left = approved.withdrawing.withdraw(own, link);

        assertThat(left.event()).isEqualTo(approved.event.id());
        assertThat(approved.registration(joined).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    @Test
    void theLinkOfACodeIsNoneOfThese() {
        var own = access.registration(access.join(ADA)).id();

        assertThatThrownBy(() -> access.returning.registration(own, access.lastToken()))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aSessionIsToldWhoseItIsSoThatItsViewerCanEndThat() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id().value();

        assertThat(access.returning.flow(access.event.id(), opened.token(), null, PlaybackTerm.RENEWED))
                .extractingByKey("sessionData", MAP)
                .containsEntry("registrationId", own);
        assertThat(access.returning.flow(access.event.id(), null, null, PlaybackTerm.RENEWED))
                .extractingByKey("sessionData", MAP)
                .doesNotContainKey("registrationId");
    }

    @Test
    void endingTwiceIsEndingOnce() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();

        access.withdrawing.withdraw(own, opened.token());
        access.withdrawing.withdraw(own, opened.token());

        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CANCELLED);
    }
}
