package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.access.SomeAccess.NETWORK;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import foyer.event.SomeEvents;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.session.PlaybackTerm;
import foyer.session.Standing;
import foyer.shared.BadCredentials;
import foyer.shared.NotFound;
import foyer.shared.TooManyRequests;
import foyer.shared.Unauthenticated;
import foyer.shared.Unavailable;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What viewers and organizers do with one registration: see it, end it, have its link sent once more. */
class OwnRegistrationTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void whoIsRevokedIsOutAndStaysOut() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var token = access.lastToken();
        access.clock.pass(Duration.ofSeconds(1));
        access.withdrawing.revoke(access.registration(joined).id(), SomeAccess.OPERATOR);

        var beat = access.node.beat(opened, Map.of("state", "playing"));
        assertThat(beat.standing()).isEqualTo(Standing.REVOKED);
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
        assertThat(access.kindOfLast()).isEqualTo("revoked");
    }

    @Test
    void whoIsTurnedAwayBeforeTheyHadASeatHasNoEntryInTheCalendarToLose() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("registrationConfig", Map.of("approval", true));
        var decided = new SomeAccess(aPublishedEventOf(submission));
        var turnedAway = decided.join(ADA);
        decided.byCode(ADA, decided.lastCode());
        var admitted = access.join(ADA);
        access.byCode(ADA, access.lastCode());

        decided.withdrawing.revoke(decided.registration(turnedAway).id(), SomeAccess.OPERATOR);
        access.withdrawing.revoke(access.registration(admitted).id(), SomeAccess.OPERATOR);

        assertThat(decided.kindOfLast()).isEqualTo("revoked");
        assertThat(decided.last()).extractingByKey("details", as(MAP)).doesNotContainKey("registration");
        assertThat(access.last()).extractingByKey("details", as(MAP)).containsKey("registration");
    }

    /** A node that dies is one that gets no further than this, and that nobody asks again. */
    @Test
    void noRegistrationEndsWithoutItsSessionsAndNoLinkOrPasswordIsAnotherWithoutThem() {
        var personal = new HashMap<>(aSubmissionWith("authType", "password"));
        personal.put("passwordConfig", Map.of("mode", "personal"));
        var some = new SomeAccess(aPublishedEventOf(personal));
        var joined = some.join(ADA, Map.of("password", "open sesame"));
        var opened =
                requireNonNull(some.byCode(ADA, some.lastCode(), "open sesame").opened());
        var link = some.lastToken();
        some.askForCode(ADA);
        var code = some.lastCode();
        var own = some.registration(joined);
        some.node.sessions.fallSilent(true);

        assertThatThrownBy(() -> some.withdrawing.revoke(own.id(), SomeAccess.OPERATOR))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> some.withdrawing.withdraw(own.id(), link)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> some.resending.resend(own.id())).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> some.byCode(ADA, code, "another secret")).isInstanceOf(Unavailable.class);

        some.node.sessions.fallSilent(false);
        assertThat(some.registration(joined)).isEqualTo(own);
        assertThat(some.node.beat(opened, Map.of()).goesOn()).isTrue();
    }

    /** As its viewer who enters a code at the same moment: nobody named a version that could be stale. */
    @Test
    void whateverHappensAtTheSameMomentADecisionHolds() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();

        access.othersAreFaster(1);
        access.resending.resend(own, opened.token(), NETWORK);
        assertThat(access.kindOfLast()).isEqualTo("accessLink");
        access.othersAreFaster(1);
        access.resending.resend(own);
        assertThat(access.kindOfLast()).isEqualTo("newLink");
        access.othersAreFaster(1);
        access.withdrawing.withdraw(own, access.lastToken());
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CANCELLED);

        var other = access.registration(access.join("eve@example.com")).id();
        access.othersAreFaster(1);
        assertThat(access.withdrawing.revoke(other, SomeAccess.OPERATOR)).containsEntry("state", "cancelled");
    }

    @Test
    void whoIsSlowerEachTimeIsAskedToTryAgain() {
        var own = access.registration(access.join(ADA)).id();

        access.othersAreFaster(100);

        assertThatThrownBy(() -> access.withdrawing.revoke(own, SomeAccess.OPERATOR))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> access.resending.resend(own)).isInstanceOf(Unavailable.class);
    }

    @Test
    void aNewLinkEndsTheOldOneAndWhatItOpened() {
        var joined = access.join(ADA);
        access.byCode(ADA, access.lastCode());
        var old = access.lastToken();
        var opened = requireNonNull(access.byLink(old).opened());
        access.clock.pass(Duration.ofSeconds(1));

        access.resending.resend(access.registration(joined).id());

        assertThat(access.kindOfLast()).isEqualTo("newLink");
        var beat = access.node.beat(opened, Map.of());
        assertThat(beat.goesOn()).isFalse();
        assertThatThrownBy(() -> access.byLink(old)).isInstanceOf(BadCredentials.class);
        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();
    }

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
    void whatWasTakenBackIsNotSentAgain() {
        var joined = access.join(ADA);
        access.withdrawing.revoke(access.registration(joined).id(), SomeAccess.OPERATOR);

        assertThatThrownBy(() ->
                        access.resending.resend(access.registration(joined).id()))
                .isInstanceOf(WrongState.class);
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
    void aSessionThatWasTakenBackShowsNothingAndEndsNothing() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();
        access.clock.pass(Duration.ofSeconds(1));
        access.resending.resend(own);

        assertThatThrownBy(() -> access.returning.registration(own, opened.token()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.withdrawing.withdraw(own, opened.token()))
                .isInstanceOf(Unauthenticated.class);
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void aSessionThatWasTakenBackIsToldNothingThatPlays() {
        var playing = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));
        playing.clock.pass(Duration.between(playing.clock.instant(), SomeEvents.DURING));
        var joined = playing.join(ADA);
        var token =
                requireNonNull(playing.byCode(ADA, playing.lastCode()).opened()).token();
        assertThat(playing.returning.flow(playing.event.id(), token, null, PlaybackTerm.RENEWED))
                .containsEntry("currentStep", "watch");
        playing.clock.pass(Duration.ofSeconds(1));

        playing.resending.resend(playing.registration(joined).id());

        assertThatThrownBy(() -> playing.returning.flow(playing.event.id(), token, null, PlaybackTerm.RENEWED))
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
    void aSessionThatWasClosedOpensNothingAnyMore() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();

        access.node.ending.close(opened.session().id().value(), opened.token());

        assertNothingIsLeftOf(access, own, opened.token());
        access.clock.pass(Duration.between(access.clock.instant(), SomeEvents.DURING));
        assertNothingIsLeftOf(access, own, opened.token());
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CONFIRMED);
    }

    private static void assertNothingIsLeftOf(SomeAccess access, RegistrationId own, String token) {
        assertThatThrownBy(() -> access.returning.flow(access.event.id(), token, null, PlaybackTerm.RENEWED))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.returning.registration(own, token)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.withdrawing.withdraw(own, token)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.resending.resend(own, token, NETWORK)).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aScreenThatMadeWayIsToldNothingThatPlaysAndIsItsViewersStill() {
        var submission = aSubmissionWith("authType", "email");
        submission.put("videoUrl", "https://media.example.com/a.m3u8");
        var playing = new SomeAccess(aPublishedEventOf(submission));
        var joined = playing.join(ADA);
        var older =
                requireNonNull(playing.byCode(ADA, playing.lastCode()).opened()).token();
        playing.clock.pass(Duration.ofSeconds(1));
        var newer = requireNonNull(playing.byLink(playing.lastToken()).opened()).token();
        assertThat(flow(playing, older)).contains("currentStep=wait");

        playing.clock.pass(Duration.between(playing.clock.instant(), SomeEvents.DURING));

        assertThat(flow(playing, older))
                .contains("currentStep=refused", "reason=replaced_by_newer_screen")
                .doesNotContain("playback");
        assertThat(flow(playing, newer)).contains("currentStep=watch", "playback");
        var own = playing.registration(joined).id();
        assertThat(playing.returning.registration(own, older)).containsEntry("email", ADA);
        playing.withdrawing.withdraw(own, older);
        assertThat(playing.registration(joined).state()).isEqualTo(RegistrationState.CANCELLED);
    }

    private static String flow(SomeAccess access, String token) {
        return access.returning
                .flow(access.event.id(), token, null, PlaybackTerm.RENEWED)
                .toString();
    }

    @Test
    void aSessionThatIsOverShowsNothingAndEndsNothing() {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var own = access.registration(joined).id();
        access.clock.pass(
                Duration.between(access.clock.instant(), opened.session().expiresAt()));

        assertThatThrownBy(() -> access.returning.flow(access.event.id(), opened.token(), null, PlaybackTerm.RENEWED))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.returning.registration(own, opened.token()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.withdrawing.withdraw(own, opened.token()))
                .isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> access.resending.resend(own, opened.token(), NETWORK))
                .isInstanceOf(Unauthenticated.class);
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CONFIRMED);
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
