package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.registration.SoldOut;
import foyer.shared.BadCredentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second registration for an address is answered as a first one, and written to as its owner. */
class RegisteringAgainTest {
    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmissionWith("authType", "email")));

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
            var network = "10.0." + tries + ".1";
            assertThatThrownBy(() -> access.byWrongCode(ADA, network)).isInstanceOf(BadCredentials.class);
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

    /** An answer without what differs between any two. */
    private Map<String, Object> alike(Joined joined) {
        var view = new HashMap<>(joined.view(access.clock.instant()));
        view.remove("registrationId");
        return view;
    }
}
