package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.registration.Capacity;
import foyer.registration.Credentials;
import foyer.registration.RegistrationId;
import foyer.session.PlaybackTerm;
import foyer.shared.BadCredentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In, and not yet at the picture. */
class WaitingTest {
    @Test
    void whoWaitsForApprovalHasASessionThatPlaysOnceThereIsSomethingToPlay() {
        var access = new SomeAccess(event(Map.of(
                "registrationConfig", Map.of("approval", true), "videoUrl", "https://media.example.com/a.m3u8")));
        access.join(ADA);

        var letIn = access.byCode(ADA, access.lastCode());

        assertThat(letIn.flow().reason()).isEqualTo("approval");
        assertThat(letIn.view()).containsKey("sessionToken").doesNotContainKey("playback");
        assertThat(flow(access, letIn)).contains("reason=approval").doesNotContain("playback");

        approve(access, letIn);
        assertThat(flow(access, letIn)).contains("reason=notStarted").doesNotContain("playback");

        access.clock.pass(Duration.between(access.clock.instant(), access.event.startsAt()));
        assertThat(flow(access, letIn)).contains("currentStep=watch", "playback");
    }

    @Test
    void whoIsWaivedTheProofWaitsWithASession() {
        var access =
                new SomeAccess(event(Map.of("verifyEmail", false, "registrationConfig", Map.of("approval", true))));

        assertThat(requireNonNull(access.join(ADA).letIn()).opened()).isNotNull();
    }

    @Test
    void whoHasNotProvenTheAddressHasNone() {
        var personal = new HashMap<String, Object>();
        personal.put("authType", "password");
        personal.put("passwordConfig", Map.of("mode", "personal"));
        personal.put("capacity", 1);
        personal.put("waitingList", true);
        var access = new SomeAccess(event(personal));
        access.join("first@example.com", Map.of("password", "open sesame"));
        access.join(ADA, Map.of("password", "open sesame"));

        assertThatThrownBy(() -> access.login(Map.of("email", ADA, "password", "open sesame")))
                .isInstanceOf(BadCredentials.class);
    }

    @Test
    void aSeatThatIsOfferedIsTakenByTheLetterAndNotPaidFor() {
        var access = new SomeAccess(event(Map.of("verifyEmail", false, "capacity", 1, "waitingList", true)));
        var first = access.registration(access.join("first@example.com"));
        var letIn = requireNonNull(access.join(ADA).letIn());
        assertThat(flow(access, letIn)).contains("reason=waitingList");

        var now = access.clock.instant();
        access.registrations.replace(first, first.cancel(now));
        var waiting = access.registrations.find(id(letIn)).orElseThrow();
        var offered = waiting.offer(now.plusSeconds(3600), Credentials.NONE, now);
        access.registrations.seat(waiting, offered, Capacity.of(access.event));

        assertThat(flow(access, letIn)).contains("currentStep=verify");
    }

    @Test
    void aLettersLinkLeadsBackToThePartnersPage() {
        var page = "https://partner.example/evening";
        var access = new SomeAccess(event(Map.of("embedConfig", Map.of("pageUrl", page))));
        access.join(ADA);

        assertThat(access.byLink(access.lastToken()).flow().view()).containsEntry("redirectUrl", page);
        access.askForCode(ADA);
        assertThat(access.byCode(ADA, access.lastCode()).flow().view()).doesNotContainKey("redirectUrl");
    }

    private static Event event(Map<String, Object> more) {
        var submission = aSubmissionWith("authType", "email");
        submission.putAll(more);
        return aPublishedEventOf(submission);
    }

    private static void approve(SomeAccess access, LetIn letIn) {
        var asked = access.registrations.find(id(letIn)).orElseThrow();
        access.registrations.replace(asked, asked.approve(access.clock.instant()));
    }

    private static RegistrationId id(LetIn letIn) {
        return requireNonNull(letIn.registration());
    }

    private static String flow(SomeAccess access, LetIn letIn) {
        var token = requireNonNull(letIn.opened()).token();
        return access.returning
                .flow(access.event.id(), token, null, PlaybackTerm.RENEWED)
                .toString();
    }
}
