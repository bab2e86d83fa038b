package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.cancelled;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.registration.RegistrationState;
import foyer.registration.SoldOut;
import foyer.session.PlaybackTerm;
import foyer.shared.BadCredentials;
import foyer.shared.TooManyRequests;
import foyer.shared.Unauthenticated;
import java.time.Duration;
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
    void aCodeIsGoodOnce() {
        access.join(ADA);
        var code = access.lastCode();
        access.byCode(ADA, code);

        assertThatThrownBy(() -> access.byCode(ADA, code)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void aCodeThatComesLateIsWorthNothing() {
        access.join(ADA);
        var code = access.lastCode();
        var token = access.lastToken();
        access.clock.pass(Duration.ofMinutes(10));

        assertThatThrownBy(() -> access.byCode(ADA, code)).isInstanceOf(BadCredentials.class);
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
    }

    /** Thirty minutes from the registration on. */
    @Test
    void noLetterSaysThatACodeHoldsLongerThanTheSeat() {
        access.join(ADA);
        access.clock.pass(Duration.ofMinutes(15));
        access.askForCode(ADA);
        assertThat(access.lastUntil()).isEqualTo(access.clock.instant().plus(Duration.ofMinutes(10)));
        access.clock.pass(Duration.ofMinutes(10));
        access.askForCode(ADA);
        assertThat(access.lastUntil()).isEqualTo(access.clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void twoCodesAreAliveAndTheFirstOneUsedEndsBoth() {
        access.join(ADA);
        var first = access.lastCode();
        access.askForCode(ADA);
        var second = access.lastCode();

        assertThat(access.byCode(ADA, first).opened()).isNotNull();
        assertThatThrownBy(() -> access.byCode(ADA, second)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void ofThreeCodesTheOldestIsDead() {
        access.join(ADA);
        var first = access.lastCode();
        access.askForCode(ADA);
        var second = access.lastCode();
        access.askForCode(ADA);

        assertThatThrownBy(() -> access.byCode(ADA, first)).isInstanceOf(BadCredentials.class);
        assertThat(access.byCode(ADA, second).opened()).isNotNull();
    }

    @Test
    void afterTenWrongCodesTheRightOneIsWorthNothingButTheLinkIs() {
        access.join(ADA);
        var code = access.lastCode();
        var token = access.lastToken();
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", code), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);
        assertThat(access.byLink(token).opened()).isNotNull();
    }

    /** Each is read before the other is written, as where many guess at once. */
    @Test
    void wrongCodesCountThoughOthersComeAtTheSameMoment() {
        access.join(ADA);
        var code = access.lastCode();
        for (var tries = 0; tries < 5; tries++) {
            access.othersAreFaster(1);
            wrong(ADA, "10.0." + tries + ".1");
        }

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", code), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);
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
    void afterTenWrongCodesTheNextLetterHelps() {
        access.join(ADA);
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }
        access.askForCode(ADA);

        assertThat(access.login(Map.of("email", ADA, "code", access.lastCode()), "192.0.2.99")
                        .opened())
                .isNotNull();
    }

    @Test
    void whoeverGuessesHasToWaitAndTheRightfulViewerElsewhereHasNot() {
        access.join(ADA);
        var code = access.lastCode();
        for (var tries = 0; tries < 5; tries++) {
            wrong(ADA, "203.0.113.5");
        }

        assertThatThrownBy(() -> wrongOnce(ADA, "203.0.113.5")).isInstanceOf(TooManyRequests.class);
        assertThat(access.byCode(ADA, code).opened()).isNotNull();
    }

    @Test
    void aCodeOfAnotherIsWorthNothing() {
        access.join("eve@example.com");
        var ofEve = access.lastCode();
        access.join(ADA);
        if (!ofEve.equals(access.lastCode())) {
            assertThatThrownBy(() -> access.byCode(ADA, ofEve)).isInstanceOf(BadCredentials.class);
        }
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
    void aSecondRegistrationIsAnsweredAsTheFirstAndItsOwnerGetsALink() {
        var first = access.join(ADA, Map.of("language", "de"));
        access.byCode(ADA, access.lastCode());
        var second = access.join(ADA, Map.of("language", "de"));

        assertThat(alike(second)).isEqualTo(alike(first));
        assertThat(second.registrationId()).isNotEqualTo(first.registrationId());
        assertThat(access.kindOfLast()).isEqualTo("alreadyRegistered");

        var letIn = access.byLink(access.lastToken());
        assertThat(letIn.registration()).isEqualTo(access.registration(first).id());
    }

    @Test
    void whoRegistersAgainComesInByTheCodeOfTheirLetterOnce() {
        var first = access.join(ADA);
        access.byCode(ADA, access.lastCode());
        access.join(ADA);
        var code = access.lastCode();
        var token = access.lastToken();

        var letIn = access.byCode(ADA, code);

        assertThat(letIn.opened()).isNotNull();
        assertThat(letIn.registration()).isEqualTo(access.registration(first).id());
        assertThatThrownBy(() -> access.byCode(ADA, code)).isInstanceOf(BadCredentials.class);
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void whoRegistersAgainWhereEverySeatIsTakenIsWrittenToAllTheSame() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("capacity", 1L);
        var full = new SomeAccess(aPublishedEventOf(submission));
        full.join(ADA);
        full.byCode(ADA, full.lastCode());

        assertThatThrownBy(() -> full.join("bob@example.com")).isInstanceOf(SoldOut.class);
        full.remindWhoWasRefused();
        assertThat(full.kindOfLast()).isEqualTo("confirmation");
        assertThatThrownBy(() -> full.join(ADA)).isInstanceOf(SoldOut.class);
        full.remindWhoWasRefused();
        assertThat(full.kindOfLast()).isEqualTo("alreadyRegistered");

        assertThat(full.byCode(ADA, full.lastCode()).opened()).isNotNull();
    }

    @Test
    void theLinkOfWhoRegistersAgainWorksOnceToo() {
        access.join(ADA);
        access.join(ADA);
        var token = access.lastToken();

        assertThat(access.byLink(token).opened()).isNotNull();
        assertThatThrownBy(() -> access.byLink(token)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void theCodeOfWhoRegistersAgainIsAsGoodAsAnyOther() {
        access.join(ADA);
        access.join(ADA);
        var ofAda = access.lastCode();
        access.join("eve@example.com");
        if (!ofAda.equals(access.lastCode())) {
            assertThatThrownBy(() -> access.byCode("eve@example.com", ofAda)).isInstanceOf(BadCredentials.class);
        }
        for (var tries = 0; tries < 10; tries++) {
            wrong(ADA, "10.0." + tries + ".1");
        }
        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "code", ofAda), "192.0.2.99"))
                .isInstanceOf(BadCredentials.class);

        access.askForCode(ADA);
        access.join(ADA);
        var late = access.lastCode();
        access.clock.pass(Duration.ofMinutes(10));
        assertThatThrownBy(() -> access.byCode(ADA, late)).isInstanceOf(BadCredentials.class);
    }

    @Test
    void whereNoProofIsAskedForTheFirstIsInAtOnceAndTheSecondHasToProve() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("verifyEmail", false);
        var waived = new SomeAccess(aPublishedEventOf(submission));

        var first = waived.join(ADA);
        assertThat(first.letIn()).isNotNull();
        assertThat(waived.kindOfLast()).isEqualTo("confirmation");
        assertThat(waived.byLink(waived.lastToken()).opened()).isNotNull();

        var second = waived.join(ADA);
        assertThat(second.letIn()).isNull();
        assertThat(second.flow().currentStep()).isEqualTo(Step.VERIFY);
    }

    /** As after an answer that was lost on its way. */
    @Test
    void whoRepeatsTheCallThatLetThemInIsAnsweredALinkThatOpens() {
        var submission = new HashMap<>(aSubmissionWith("authType", "email"));
        submission.put("verifyEmail", false);
        var waived = new SomeAccess(aPublishedEventOf(submission));
        var first = waived.join(ADA);

        var again = waived.joinAgain(first, ADA);

        assertThat(again.registrationId()).isEqualTo(first.registrationId());
        var link = String.valueOf(again.view(waived.clock.instant()).get("accessUrl"));
        assertThat(link).isEqualTo(first.view(waived.clock.instant()).get("accessUrl"));
        assertThat(waived.byLink(link.substring(link.indexOf("?k=") + 3)).opened())
                .isNotNull();
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

    private void wrong(String email, String network) {
        assertThatThrownBy(() -> wrongOnce(email, network)).isInstanceOf(BadCredentials.class);
    }

    private void wrongOnce(String email, String network) {
        access.login(Map.of("email", email, "code", "not it"), network);
    }

    /** An answer without what differs between any two. */
    private Map<String, Object> alike(Joined joined) {
        var view = new HashMap<>(joined.view(access.clock.instant()));
        view.remove("registrationId");
        return view;
    }
}
