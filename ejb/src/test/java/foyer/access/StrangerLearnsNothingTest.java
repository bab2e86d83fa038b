package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.access.SomeAccess.NETWORK;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.shared.Outgoing;
import foyer.shared.Problem;
import foyer.shared.ValidationFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether an address is registered shows neither in an answer nor in what the store is asked, nor in what it is to tell by letter. */
class StrangerLearnsNothingTest {
    private static final String BOB = "bob@example.com";

    private final List<String> calls = new ArrayList<>();
    private final List<Outgoing> letters = new ArrayList<>();

    @Test
    void fromRegistering() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.join(ADA))).isEqualTo(seen(access, one -> one.join(BOB)));
        assertThat(calls).containsExactly("add[awaitedLetter, awaitedLetter]");
        assertThat(kindsOfLetters()).containsExactly("code", "alreadyRegistered");
        assertThat(access.letters()).hasSize(3);
    }

    @Test
    void fromRegisteringWhereEverySeatIsTaken() {
        var access = withAda("email", Map.of("capacity", 1L));

        assertThat(seen(access, one -> one.join(ADA))).isEqualTo(seen(access, one -> one.join(BOB)));
        assertThat(calls).containsExactly("add[awaitedLetter, awaitedLetter]", "ownerOf", "replace[awaitedLetter]");
        assertThat(kindsOfLetters()).containsExactly("code", "alreadyRegistered", "alreadyRegistered");
    }

    @Test
    void fromAskingForACode() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.askForCode(ADA))).isEqualTo(seen(access, one -> one.askForCode(BOB)));
        assertThat(calls).containsExactly("ownerOf", "replace[awaitedLetter]");
        assertThat(kindsOfLetters()).containsExactly("code");
    }

    @Test
    void fromAWrongCode() {
        var access = withAda("email");

        assertThat(seen(access, one -> one.byCode(ADA, "nothing")))
                .isEqualTo(seen(access, one -> one.byCode(BOB, "nothing")));
        assertThat(calls).containsExactly("ownerOf", "lastReceiptOf", "replace[]");
    }

    @Test
    void fromAWrongCodeAfterTen() {
        var access = withAda("email");
        for (var tries = 0; tries < 10; tries++) {
            var network = "10.0." + tries + ".1";
            seen(access, one -> one.byWrongCode(ADA, network));
        }

        assertThat(seen(access, one -> one.byCode(ADA, "nothing")))
                .isEqualTo(seen(access, one -> one.byCode(BOB, "nothing")));
        assertThat(calls).containsExactly("ownerOf", "lastReceiptOf", "replace[]");
    }

    @Test
    void fromAWrongPassword() {
        var access = withAda("password");

        assertThat(seen(access, one -> one.login(Map.of("email", ADA, "password", "not this one"))))
                .isEqualTo(seen(access, one -> one.login(Map.of("email", BOB, "password", "not this one"))));
        assertThat(calls).containsExactly("ownerOf");
    }

    @Test
    void fromThePasswordThatTheyRegisteredAnAddressWith() {
        var access = withAda("password");
        var eves = Map.<String, Object>of("password", "a password of eve's");
        access.join(ADA, eves);
        access.join(BOB, eves);

        assertThat(seen(access, one -> one.login(Map.of("email", ADA, "password", "a password of eve's"))))
                .isEqualTo(seen(access, one -> one.login(Map.of("email", BOB, "password", "a password of eve's"))));
        assertThat(calls).containsExactly("ownerOf");
    }

    @Test
    void fromHavingALinkSentAgain() {
        var access = withAda("email");
        var ada = access.registrations.all().get(0).id();
        access.join(BOB);
        var bob = requireNonNull(access.byCode(BOB, access.lastCode()).opened()).token();
        var link = access.lastToken();
        var nobody = RegistrationId.fresh();
        var told = access.letters();
        var asked = new ArrayList<String>();

        for (var token : Arrays.asList(bob, link, bob + "x", null)) {
            assertThat(seen(access, one -> one.resending.resend(ada, token, NETWORK)))
                    .isEqualTo(seen(access, one -> one.resending.resend(nobody, token, NETWORK)));
            asked.addAll(calls);
        }

        // Whose link it is, and nothing else.
        assertThat(asked).containsExactly("find");
        assertThat(access.letters()).isEqualTo(told);
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

    /** How a call ended, what was asked of the store for it, and all that the letters with it say but what is one's own. */
    private String seen(SomeAccess access, Consumer<SomeAccess> call) {
        calls.clear();
        letters.clear();
        var before = access.node.sessions.calls();
        var end = "answered";
        try {
            call.accept(access);
        } catch (Problem refused) {
            end = refused.getClass().getSimpleName() + " " + refused.words();
        }
        access.remindWhoWasRefused();
        return end + " after " + calls + " and " + (access.node.sessions.calls() - before) + " for sessions, with "
                + letters.stream().map(StrangerLearnsNothingTest::anonymous).toList();
    }

    private Registrations recording(Registrations asked) {
        return SomeAccess.listening(asked, (method, arguments) -> {
            calls.add(method + told(arguments));
            lettersIn(arguments).forEach(letters::add);
        });
    }

    /** Of what kinds the letters are that come with a call, where letters can. */
    private static String told(List<Object> arguments) {
        return arguments.stream().anyMatch(each -> each instanceof Outgoing || each instanceof Outgoing[])
                ? lettersIn(arguments).map(Outgoing::kind).toList().toString()
                : "";
    }

    private static Stream<Outgoing> lettersIn(List<Object> arguments) {
        return arguments.stream()
                .flatMap(each -> each instanceof Outgoing[] several ? Stream.of(several) : Stream.of(each))
                .filter(Outgoing.class::isInstance)
                .map(Outgoing.class::cast);
    }

    private List<String> kindsOfLetters() {
        return letters.stream()
                .map(letter -> String.valueOf(letter.facts().get("kind")))
                .toList();
    }

    private static String anonymous(Outgoing letter) {
        var facts = new TreeMap<>(letter.facts());
        facts.computeIfPresent("details", (name, details) -> new TreeMap<>((Map<?, ?>) details));
        return (letter.kind() + " due " + letter.due() + " " + facts)
                .replaceAll("to=[^,}]+@[^,}]+", "to=address")
                .replaceAll("code=\\d{6}", "code=digits")
                .replaceAll("\\?k=[^,}]+", "?k=token")
                .replaceAll("registration=[^,}]+", "registration=id");
    }
}
