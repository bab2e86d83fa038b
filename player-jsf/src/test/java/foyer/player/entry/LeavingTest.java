package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.access.Returning;
import foyer.access.Withdrawing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.player.Language;
import foyer.registration.Credentials;
import foyer.registration.Fee;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.session.Ending;
import foyer.session.PlaybackTerm;
import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unauthenticated;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever leaves without scripts does so by the same use cases, and by the token of their session alone. */
class LeavingTest {
    private static final Event EVENT = AnEvent.with("email", Map.of());
    private static final RegistrationId SEAT = new RegistrationId(Ids.fresh());
    private static final String GIVE_BACK = "I cannot come: end my registration";
    private static final String SIGN_OUT = "Sign out on this device";

    private final Flows flows = new Flows();
    private final Seats seats = new Seats();
    private final Doorman doorman = new Doorman();
    private final Leaving leaving = new Leaving();

    LeavingTest() {
        var held = new HeldSession();
        held.returning = flows;
        leaving.held = held;
        leaving.returning = flows;
        leaving.withdrawing = seats;
        leaving.ending = doorman;
    }

    @Test
    void whoCannotComeIsAskedOnceMore() {
        var asked = take("leave", "give-back", "session", "token");

        assertThat(asked.panel()).isEqualTo(Panel.WATCH);
        assertThat(out(asked).said()).startsWith("Your registration ends");
        assertThat(out(asked).choices().values()).containsExactly("End my registration", "Keep it");
        assertThat(out(asked).carried()).containsEntry("session", "token").containsEntry("token", "form");
        assertThat(seats.ended).isNull();
    }

    @Test
    void whoIsSureHasNoSeatAnyMoreAndIsForgottenByTheBrowser() {
        var gone = take("leave", "yes", "session", "token");

        assertThat(gone.panel()).isEqualTo(Panel.REFUSED);
        assertThat(gone.reason()).isEqualTo("given_back");
        assertThat(gone.session()).isNull();
        assertThat(gone.cookie()).contains("Max-Age=0");
        assertThat(seats.ended).isEqualTo(SEAT + " token");
        assertThat(WaysOut.openTo(gone)).isFalse();
    }

    @Test
    void whoKeepsTheSeatIsWhereTheyWere() {
        var kept = take("leave", "no", "session", "token");

        assertThat(kept.panel()).isEqualTo(Panel.WATCH);
        assertThat(out(kept).choices().values()).containsExactly(GIVE_BACK, SIGN_OUT);
        assertThat(seats.ended).isNull();
    }

    @Test
    void whoSignsOutEndsThisSessionAlone() {
        var gone = take("leave", "sign-out", "session", "token");

        assertThat(gone.reason()).isEqualTo("closed");
        assertThat(gone.cookie()).contains("Max-Age=0");
        assertThat(doorman.closed).isEqualTo("s token");
        assertThat(seats.ended).isNull();
    }

    @Test
    void twiceIsTheSameAsOnce() {
        flows.step = "refused";

        assertThat(take("leave", "yes", "session", "token").reason()).isEqualTo("given_back");
        assertThat(take("leave", "sign-out", "session", "over").reason()).isEqualTo("closed");
        assertThat(doorman.closed).isNull();
    }

    @Test
    void whoWaitsInALineLeavesItToo() {
        flows.step = "wait";

        assertThat(out(take("leave", "give-back", "session", "token")).choices().values())
                .containsExactly("End my registration", "Keep it");
        assertThat(take("leave", "yes", "session", "token").reason()).isEqualTo("given_back");
    }

    @Test
    void whoHasPaidIsToldSoBeforeTheyMakeUpTheirMind() {
        flows.paid = "completed";

        var told = take("leave", "give-back", "session", "token");

        assertThat(out(told).said()).startsWith("This seat is paid for");
        assertThat(out(told).choices().values()).containsExactly(GIVE_BACK, SIGN_OUT);
    }

    @Test
    void whoHasPaidMeanwhileKeepsTheSeat() {
        seats.refuses = true;

        var told = take("leave", "yes", "session", "token");

        assertThat(told.panel()).isEqualTo(Panel.WATCH);
        assertThat(out(told).said()).startsWith("This seat is paid for");
    }

    @Test
    void nobodyLeavesUnknown() {
        for (var form : List.of(new String[] {"leave", "yes"}, new String[] {"leave", "yes", "session", "over"})) {
            var standing = take(form);

            assertThat(standing.panel()).isEqualTo(Panel.CODE);
            assertThat(standing.message()).contains("Please come in again");
        }
        assertThat(seats.ended).isNull();
    }

    @Test
    void whoeverSendsAFormThatIsTooOldIsWhereTheyWere() {
        var again = leaving.again(EVENT, english(), form("leave", "yes", "session", "token"));

        assertThat(again.panel()).isEqualTo(Panel.WATCH);
        assertThat(out(again).choices().values()).containsExactly(GIVE_BACK, SIGN_OUT);
        assertThat(out(again).carried()).containsEntry("session", "token");
        assertThat(seats.ended).isNull();
        assertThat(leaving.again(EVENT, english(), form("leave", "yes", "session", "over"))
                        .panel())
                .isEqualTo(Panel.CODE);
    }

    @Test
    void whereNobodyCanSayHowTheyStandTheyKeepWhatTheyHold() {
        flows.silent = true;

        var kept = take("leave", "sign-out", "session", "token");

        assertThat(out(kept).said()).startsWith("That did not work just now");
        assertThat(out(kept).carried()).containsEntry("session", "token");
        assertThat(doorman.closed).isNull();
    }

    @Test
    void whoHasNoSeatSignsOutOnly() {
        var out = WaysOut.of(take("leave", "no", "session", "token"), false, "form", english());

        assertThat(out.choices().values()).containsExactly(SIGN_OUT);
    }

    private Standing take(String... posted) {
        return leaving.take(EVENT, english(), form(posted));
    }

    private static Submission form(String... posted) {
        var form = new HashMap<String, String[]>();
        for (var at = 0; at < posted.length; at += 2) {
            form.put(posted[at], new String[] {posted[at + 1]});
        }
        return new Submission(form);
    }

    private static WaysOut out(Standing standing) {
        assertThat(WaysOut.openTo(standing)).isTrue();
        return WaysOut.of(standing, true, "form", english());
    }

    private static Words english() {
        return new Words(new Language(Locale.ENGLISH).allTexts(), Locale.ENGLISH);
    }

    /** Knows one session, and the seat that is its viewer's. */
    private static final class Flows extends Returning {
        private String step = "watch";
        private String paid = "none";
        private boolean silent;

        @Override
        public Map<String, Object> flow(
                EventId event, @Nullable String token, @Nullable String kept, PlaybackTerm term) {
            if (silent) {
                throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
            }
            if (!"token".equals(token)) {
                throw new Unauthenticated("This session is over.");
            }
            var data = Map.of("sessionId", "s", "registrationId", SEAT.value(), "reason", "approval");
            return Map.of("currentStep", step, "sessionData", data);
        }

        @Override
        public Map<String, Object> registration(RegistrationId id, @Nullable String token) {
            return Map.of("paymentStatus", paid);
        }
    }

    private static final class Seats extends Withdrawing {
        private @Nullable String ended;
        private boolean refuses;

        @Override
        public Registration withdraw(RegistrationId id, @Nullable String token) {
            if (refuses) {
                throw new Problem(ProblemCode.ALREADY_PAID, "This seat is paid for.") {
                    private static final long serialVersionUID = 1L;
                };
            }
            ended = id + " " + token;
            return new Registration(
                    id,
                    EVENT.id(),
                    EmailAddress.read("ada@example.com").orElseThrow(),
                    Map.of(),
                    "en",
                    RegistrationState.CANCELLED,
                    Fee.NONE,
                    true,
                    Credentials.NONE,
                    null,
                    2,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    false);
        }
    }

    private static final class Doorman extends Ending {
        private @Nullable String closed;

        @Override
        public void close(String sessionId, @Nullable String token) {
            closed = sessionId + " " + token;
        }
    }
}
