package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.registration.Registrations;
import foyer.shared.Problem;
import foyer.shared.ValidationFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whether an address is registered shows neither in an answer nor in what the store is asked. */
class StrangerLearnsNothingTest {
    private static final String BOB = "bob@example.com";

    private final List<String> calls = new ArrayList<>();

    @Test
    void fromRegistering() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.join(ADA))).isEqualTo(seen(access, one -> one.join(BOB)));
        assertThat(calls).isNotEmpty();
    }

    @Test
    void fromRegisteringWhereEverySeatIsTaken() {
        var access = withAda("email", Map.of("capacity", 1L));

        assertThat(seen(access, one -> one.join(ADA))).isEqualTo(seen(access, one -> one.join(BOB)));
        assertThat(calls).containsExactly("add", "ownerOf", "replace");
    }

    @Test
    void fromAskingForACode() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.askForCode(ADA))).isEqualTo(seen(access, one -> one.askForCode(BOB)));
        assertThat(calls).containsExactly("ownerOf", "replace");
    }

    @Test
    void fromAWrongCode() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.byCode(ADA, "nothing")))
                .isEqualTo(seen(access, one -> one.byCode(BOB, "nothing")));
        assertThat(calls).containsExactly("ownerOf", "lastReceiptOf", "replace");
    }

    @Test
    void fromAWrongPassword() {
        var access = withAda("password");

        assertThat(seen(access, one -> one.login(Map.of("email", ADA, "password", "not this one"))))
                .isEqualTo(seen(access, one -> one.login(Map.of("email", BOB, "password", "not this one"))));
        assertThat(calls).containsExactly("ownerOf");
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.askForCode("no address"))).contains(ValidationFailed.class.getSimpleName());
    }

    private SomeAccess withAda(String authType) {
        return withAda(authType, Map.of());
    }

    private SomeAccess withAda(String authType, Map<String, ?> more) {
        var submission = new HashMap<>(aSubmissionWith("authType", authType));
        submission.putAll(more);
        var access = new SomeAccess(aPublishedEventOf(submission), this::recording);
        access.join(ADA, "password".equals(authType) ? Map.of("password", "the right one") : Map.of());
        return access;
    }

    /** How a call ended, and what was asked of the store for it. */
    private String seen(SomeAccess access, Consumer<SomeAccess> call) {
        calls.clear();
        try {
            call.accept(access);
            return "answered after " + calls;
        } catch (Problem refused) {
            return refused.getClass().getSimpleName() + " " + refused.words() + " after " + calls;
        }
    }

    private Registrations recording(Registrations asked) {
        return SomeAccess.listening(asked, (method, arguments) -> calls.add(method));
    }
}
