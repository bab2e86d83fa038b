package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.BadCredentials;
import foyer.shared.Unavailable;
import foyer.traffic.FreshId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who comes in by what is used up by that, and repeats the call because its answer did not reach them. */
class RepeatedLoginTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void whatIsUsedUpIsNotForTheCallWhoseSessionCouldNotBeOpened() {
        access.join(ADA);
        opensForTheSameCallOnly(Map.of("email", ADA, "code", access.lastCode()));
        access.askForCode(ADA);
        opensForTheSameCallOnly(Map.of("linkToken", access.lastToken()));
        access.join(ADA);
        opensForTheSameCallOnly(Map.of("email", ADA, "code", access.lastCode()));
        access.join(ADA);
        opensForTheSameCallOnly(Map.of("linkToken", access.lastToken()));
    }

    @Test
    void whoeverWasLetInByACallIsNotByTheSameOneAfterTheRightWasTakenBackOrLongAfter() {
        var joined = access.join(ADA);
        var call = FreshId.ofAFirstCall();
        var again = new FreshId(call.value(), true);
        var shown = Map.of("email", ADA, "code", access.lastCode());
        access.login(shown, call);
        assertThat(access.login(shown, again).opened()).isNotNull();

        access.resending.resend(access.registration(joined).id());

        assertThatThrownBy(() -> access.login(shown, again)).isInstanceOf(BadCredentials.class);
        access.askForCode(ADA);
        var later = Map.of("email", ADA, "code", access.lastCode());
        access.login(later, call);
        access.clock.pass(Duration.ofMinutes(10));
        assertThatThrownBy(() -> access.login(later, again)).isInstanceOf(BadCredentials.class);
    }

    private void opensForTheSameCallOnly(Map<String, String> shown) {
        var call = FreshId.ofAFirstCall();
        access.node.sessions.fallSilent(true);
        assertThatThrownBy(() -> access.login(shown, call)).isInstanceOf(Unavailable.class);
        access.node.sessions.fallSilent(false);

        assertThatThrownBy(() -> access.login(shown)).isInstanceOf(BadCredentials.class);
        assertThat(access.login(shown, new FreshId(call.value(), true)).opened())
                .isNotNull();
    }
}
