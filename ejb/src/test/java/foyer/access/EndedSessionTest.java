package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.access.SomeAccess.NETWORK;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.SomeEvents;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.session.PlaybackTerm;
import foyer.shared.Unauthenticated;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the token of a session still does once that was taken back, closed, replaced or is over. */
class EndedSessionTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

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
}
