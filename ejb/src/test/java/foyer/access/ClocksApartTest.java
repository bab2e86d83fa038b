package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.session.OpenedSession;
import foyer.session.PlaybackTerm;
import foyer.session.Standing;
import foyer.shared.BadCredentials;
import foyer.shared.Unauthenticated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A node whose clock is five minutes off goes on with what another one began: here one node, whose clock is set. */
class ClocksApartTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    static Stream<Duration> fiveMinutesOff() {
        return Stream.of(Duration.ofMinutes(5), Duration.ofMinutes(-5));
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void aCodeIsGoodOnTheOtherNode(Duration off) {
        access.join(ADA);

        access.clock.pass(off);

        assertThat(access.byCode(ADA, access.lastCode()).opened()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void aLinkIsGoodOnTheOtherNode(Duration off) {
        access.join(ADA);

        access.clock.pass(off);

        assertThat(access.byLink(access.lastToken()).opened()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void aSessionGoesOnAtTheOtherNode(Duration off) {
        var opened = opened();

        access.clock.pass(off);

        assertThat(standing(opened)).isEqualTo(Standing.LIVE);
        assertThat(access.returning.flow(access.event.id(), opened.token(), null, PlaybackTerm.RENEWED))
                .containsEntry("currentStep", "wait");
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void theScreenThatWasOpenedLastWinsThoughItsClockSaysOtherwise(Duration off) {
        var first = opened();
        var link = access.lastToken();

        access.clock.pass(off);
        var second = requireNonNull(access.byLink(link).opened());

        assertThat(standing(second)).isEqualTo(Standing.LIVE);
        assertThat(standing(first)).isNotEqualTo(Standing.LIVE);
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void whatTheOtherNodeTakesBackIsOver(Duration off) {
        var joined = access.join(ADA);
        var opened = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var link = access.lastToken();

        access.clock.pass(off);
        access.withdrawing.revoke(access.registration(joined).id(), SomeAccess.OPERATOR);

        assertThat(standing(opened)).isEqualTo(Standing.REVOKED);
        assertThatThrownBy(() -> access.byLink(link)).isInstanceOf(BadCredentials.class);
    }

    @ParameterizedTest
    @MethodSource("fiveMinutesOff")
    void whatTheOtherNodeTakesBackShowsNothingAndEndsNothing(Duration off) {
        var joined = access.join(ADA);
        var first = requireNonNull(access.byCode(ADA, access.lastCode()).opened());
        var second = requireNonNull(access.byLink(access.lastToken()).opened());
        var own = access.registration(joined).id();

        access.clock.pass(off);
        access.resending.resend(own);

        for (var opened : List.of(first, second)) {
            assertThatThrownBy(() -> access.returning.registration(own, opened.token()))
                    .isInstanceOf(Unauthenticated.class);
            assertThatThrownBy(() -> access.withdrawing.withdraw(own, opened.token()))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    private OpenedSession opened() {
        access.join(ADA);
        return requireNonNull(access.byCode(ADA, access.lastCode()).opened());
    }

    private Standing standing(OpenedSession opened) {
        return access.node.beat(opened, Map.of("state", "playing")).standing();
    }
}
