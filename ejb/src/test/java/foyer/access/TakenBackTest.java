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

import foyer.registration.RegistrationState;
import foyer.session.Standing;
import foyer.shared.BadCredentials;
import foyer.shared.Unavailable;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What organizers take back: a registration, or the link of one with all that it opened. */
class TakenBackTest {
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
    void whatWasTakenBackIsNotSentAgain() {
        var joined = access.join(ADA);
        access.withdrawing.revoke(access.registration(joined).id(), SomeAccess.OPERATOR);

        assertThatThrownBy(() ->
                        access.resending.resend(access.registration(joined).id()))
                .isInstanceOf(WrongState.class);
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
}
