package foyer.access;

import static foyer.access.SomeAccess.ADA;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.SomeEvents;
import foyer.session.PlaybackTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The viewer's own address, which a picture is to carry: told to a session of theirs, and to nobody else. */
class WatermarkTest {
    private static final String MARK = "watermark=" + ADA;

    private final SomeAccess access = new SomeAccess(aPublishedEventOf(aSubmission(true)));

    @Test
    void whoComesInIsToldTheirOwnAddress() {
        at(SomeEvents.DURING);
        access.join(ADA);

        var letIn = access.byCode(ADA, access.lastCode());

        assertThat(letIn.view().toString()).contains("currentStep=watch").contains(MARK);
        assertThat(flow(access, requireNonNull(letIn.opened()).token(), null)).contains(MARK);
    }

    @Test
    void whoWaitsForTheStartKnowsItThen() {
        access.join(ADA);

        assertThat(access.byCode(ADA, access.lastCode()).view().toString())
                .contains("reason=notStarted")
                .contains(MARK);
    }

    /** It opens nothing, and whoever sits at the browser may be somebody else. */
    @Test
    void aCookieTellsNoAddress() {
        at(SomeEvents.DURING);
        access.join(ADA);
        var letIn = access.byCode(ADA, access.lastCode());
        var kept = access.returning.cookieOf(letIn).orElseThrow().text();

        assertThat(flow(access, null, kept)).contains("currentStep=watch").doesNotContain(ADA);
        assertThat(flow(access, null, null)).doesNotContain(ADA);
    }

    /** The organizer takes a right back because somebody else has it. */
    @Test
    void whoseRightWasTakenBackIsNotToldWhoseItWas() {
        var joined = access.join(ADA);
        var token =
                requireNonNull(access.byCode(ADA, access.lastCode()).opened()).token();
        assertThat(flow(access, token, null)).contains(MARK);

        access.resending.resend(access.registration(joined).id());

        assertThat(flow(access, token, null)).doesNotContain(ADA);
    }

    @Test
    void whereItIsNotWishedNobodyIsTold() {
        var plain = new SomeAccess(aPublishedEventOf(aSubmission(false)));
        plain.join(ADA);

        assertThat(plain.byCode(ADA, plain.lastCode()).view().toString()).doesNotContain(ADA);
    }

    private static Map<String, Object> aSubmission(boolean watermark) {
        var submission = aSubmissionWith("authType", "email");
        submission.put(
                "videoConfig", Map.of("manifestUrl", "https://media.example.com/a.m3u8", "watermark", watermark));
        return submission;
    }

    private void at(Instant moment) {
        access.clock.pass(Duration.between(access.clock.instant(), moment));
    }

    private static String flow(SomeAccess access, @Nullable String token, @Nullable String kept) {
        return access.returning
                .flow(access.event.id(), token, kept, PlaybackTerm.RENEWED)
                .toString();
    }
}
