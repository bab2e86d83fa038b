package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.cancelled;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.registration.RegistrationState;
import foyer.session.PlaybackTerm;
import foyer.shared.BadCredentials;
import foyer.shared.Unauthenticated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In by a code or a link that came by mail. */
class ByMailTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

    @Test
    void whoeverRegistersIsSentACodeThatLetsThemIn() {
        var joined = access.join(ADA);
        assertThat(joined.flow().currentStep()).isEqualTo(Step.VERIFY);
        assertThat(joined.letIn()).isNull();
        assertThat(access.kindOfLast()).isEqualTo("code");

        var letIn = access.byCode(ADA, access.lastCode());

        assertThat(letIn.opened()).isNotNull();
        assertThat(access.registration(joined).state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(access.kindOfLast()).isEqualTo("confirmation");
    }

    @Test
    void nobodyIsGreetedByWhatAStrangerMayHaveTyped() {
        var wish = Map.<String, Object>of("userData", Map.of("name", "Ada, you have won"));
        var asking = new HashMap<>(aSubmissionWith("authType", "email"));
        asking.put("registrationConfig", Map.of("fields", List.of("name")));
        var waiving = new HashMap<>(asking);
        waiving.put("verifyEmail", false);
        var waiting = new HashMap<>(asking);
        waiting.put("capacity", 1L);
        waiting.put("waitingList", true);

        for (var submission : List.of(asking, waiving, waiting)) {
            var one = new SomeAccess(aPublishedEventOf(submission));
            one.join("eve@example.com", wish);
            one.join(ADA, wish);
            one.join(ADA, wish);
            assertThat(one.letters())
                    .hasSize(3)
                    .allSatisfy(letter -> assertThat(letter.toString()).doesNotContain("you have won"));
        }
    }

    @Test
    void whoHasProvenTheAddressIsGreeted() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("registrationConfig", Map.of("fields", List.of("name")));
        var named = new SomeAccess(aPublishedEventOf(submission));
        named.join(ADA, Map.of("userData", Map.of("name", "Ada")));

        named.byCode(ADA, named.lastCode());

        assertThat(named.kindOfLast()).isEqualTo("confirmation");
        assertThat(named.letters().get(1).toString()).contains("name=Ada");
    }

    @Test
    void theLinkOfTheLetterLetsThemInOnce() {
        access.join(ADA);
        var token = access.lastToken();

        assertThat(access.byLink(token).opened()).isNotNull();
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void theLinkOfTheConfirmationLetsThemInFromAnyDevice() {
        access.join(ADA);
        access.byCode(ADA, access.lastCode());
        var token = access.lastToken();

        assertThat(access.byLink(token).opened()).isNotNull();
        assertThat(access.byLink(token).opened()).isNotNull();
    }

    @Test
    void whoComesInOnceTheEventIsCalledOffIsSentNoTicketForIt() {
        access.join(ADA);
        var code = access.lastCode();
        access.events.replace(access.event, cancelled(access.event));

        var letIn = access.byCode(ADA, code);

        assertThat(letIn.flow().currentStep()).isEqualTo(Step.REFUSED);
        assertThat(access.kindOfLast()).isEqualTo("code");
    }

    @Test
    void aLinkOfAnotherEventOrAlteredIsWorthNothing() {
        access.join(ADA);
        access.byCode(ADA, access.lastCode());
        var token = access.lastToken();
        var other = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

        assertThatThrownBy(() -> other.byLink(token)).isInstanceOf(BadCredentials.class);
        for (var place = 0; place < token.length() - 1; place++) {
            var altered = new StringBuilder(token);
            altered.setCharAt(place, (char) (token.charAt(place) ^ 1));
            assertThatThrownBy(() -> access.byLink(altered.toString())).isInstanceOf(BadCredentials.class);
        }
    }

    @Test
    void theFlowIsKnownByTokenAndByCookieAndToStrangersItBeginsAnew() {
        var joined = access.join(ADA);
        var letIn = access.byCode(ADA, access.lastCode());
        var opened = requireNonNull(letIn.opened());
        var kept = access.returning.cookieOf(letIn).orElseThrow().text();
        var id = access.event.id();

        assertThat(access.returning.flow(id, opened.token(), null, PlaybackTerm.RENEWED))
                .containsEntry("currentStep", "wait");
        assertThat(access.returning.flow(id, null, kept, PlaybackTerm.RENEWED)).containsEntry("currentStep", "wait");
        assertThat(access.returning.flow(id, null, null, PlaybackTerm.RENEWED))
                .containsEntry("currentStep", "register");
        assertThat(access.returning.flow(id, null, kept + "x", PlaybackTerm.RENEWED))
                .containsEntry("currentStep", "register");
        assertThatThrownBy(() -> access.returning.flow(id, opened.token() + "x", kept, PlaybackTerm.RENEWED))
                .isInstanceOf(Unauthenticated.class);

        access.withdrawing.revoke(access.registration(joined).id(), SomeAccess.OPERATOR);
        assertThat(access.returning.flow(id, null, kept, PlaybackTerm.RENEWED)).containsEntry("currentStep", "refused");
    }
}
