package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.session.PlaybackTerm;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who cannot register is told so before they fill in a form. */
class BeforeRegisteringTest {
    @Test
    void whereThereAreSeatsAStrangerRegisters() {
        assertThat(ofStranger(anEvent("email", Map.of()))).isEqualTo("register {}");
        assertThat(ofStranger(anEvent("email", Map.of("capacity", 2L)))).isEqualTo("register {}");
    }

    @Test
    void whatDoesNotTakeRegistrationsYetSaysWhenItDoes() {
        var window = Map.of("opensAt", "2030-05-01T18:00:00");

        assertThat(ofStranger(anEvent("email", Map.of("registrationConfig", window))))
                .isEqualTo("refused {opensAt=2030-05-01T18:00:00+02:00, reason=registration_closed}");
    }

    @Test
    void whatTakesNoRegistrationsAnyMoreIsClosed() {
        var access = anEvent("email", Map.of("registrationConfig", Map.of("closesAt", "2030-05-01T10:00:00")));

        assertThat(ofStranger(access)).isEqualTo("refused {reason=registration_closed}");
    }

    @Test
    void aFullEventIsSoldOutForWhoeverIsNotRegistered() {
        var access = anEvent("email", Map.of("capacity", 1L));
        access.join(ADA);
        var letIn = access.byCode(ADA, access.lastCode());
        var token = requireNonNull(letIn.opened()).token();
        var kept = access.returning.cookieOf(letIn).orElseThrow().text();

        assertThat(ofStranger(access)).isEqualTo("refused {reason=sold_out}");
        assertThat(flow(access, token, null)).startsWith("wait ");
        assertThat(flow(access, null, kept)).startsWith("wait ");
    }

    @Test
    void aWaitingListIsOpenToAll() {
        var access = anEvent("email", Map.of("capacity", 1L, "waitingList", true));
        access.join(ADA);

        assertThat(ofStranger(access)).isEqualTo("register {}");
    }

    @Test
    void whoeverChoosesAPasswordRegistersToo() {
        var full = anEvent("password", Map.of("capacity", 1L));
        full.join(ADA, Map.of("password", "long enough"));

        assertThat(ofStranger(full)).isEqualTo("refused {reason=sold_out}");
    }

    @Test
    void howManySeatsAreLeftIsAskedOnceForAllWhoLook() {
        var asked = new int[1];
        var access = anEvent("email", Map.of("capacity", 2L), counted -> asked[0]++);

        for (var looks = 0; looks < 20; looks++) {
            ofStranger(access);
        }

        assertThat(asked[0]).isEqualTo(1);
    }

    private static SomeAccess anEvent(String authType, Map<String, ?> more) {
        return anEvent(authType, more, any -> {});
    }

    private static SomeAccess anEvent(String authType, Map<String, ?> more, Consumer<String> calls) {
        var submission = aSubmissionWith("authType", authType);
        submission.putAll(more);
        return new SomeAccess(
                aPublishedEventOf(submission),
                asked -> SomeAccess.listening(asked, (method, given) -> calls.accept(method)));
    }

    private static String ofStranger(SomeAccess access) {
        return flow(access, null, null);
    }

    /** The step, and what is said of it. */
    private static String flow(SomeAccess access, @Nullable String token, @Nullable String cookie) {
        var found = access.returning.flow(access.event.id(), token, cookie, PlaybackTerm.RENEWED);
        return found.get("currentStep") + " " + found.get("sessionData");
    }
}
