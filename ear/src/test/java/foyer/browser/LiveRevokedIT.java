package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import foyer.launch.Await;
import foyer.whole.Encoder;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** A right that is taken back from who watches what is live, by the usual settings. */
@Isolated("it encodes pictures, and measures the minute in which a right ends")
class LiveRevokedIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final double PATIENCE = 60_000;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String RENDITION = "360p";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void withinAMinuteThePageHasLeftAndNothingIsFetchedWhileOthersWatchOn() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .without("videoConfig")
                .publishedBy(organizer);
        try (var encoder = Encoder.sendingTo(new OwnChannel(organizer, event).prepared())) {
            assertThat(encoder).isNotNull();
            var page = DEVICES.onDesk();
            var fetched = new Fetched(page);
            var ada = Mailbox.fresh();
            var frame = watching(Visitor.onItsPage(page, event, "live-revoked"), ada);
            var hers = OwnPlaylists.with(fetched.last());
            var others = OwnPlaylists.ofWhoRegisters(event);
            assertThat(answers(hers, others.newest(RENDITION))).containsOnly(200);

            var taken = System.nanoTime();
            organizer
                    .post("/api/registrations/" + ada.registration(organizer, event) + "/revoke")
                    .expect(200);

            assertThat(Await.until(A_MINUTE, () -> isRefusedAll(hers, others))).isTrue();
            hasLeft(frame);
            assertThat(Duration.ofNanos(System.nanoTime() - taken)).isLessThan(A_MINUTE);
            goesOn(others);
            var newest = others.newest(RENDITION);
            assertThat(answers(hers, newest)).containsOnly(403);
            assertThat(answers(others, newest)).containsOnly(200);
        }
    }

    private static Frame watching(Visitor visitor, Mailbox somebody) {
        visitor.at("register")
                .answer("register", "email", somebody.address())
                .send("register")
                .watches();
        return visitor.frame();
    }

    private static boolean isRefusedAll(OwnPlaylists hers, OwnPlaylists others) {
        return answers(hers, others.newest(RENDITION)).stream().allMatch(status -> status == 403);
    }

    /** For both kinds of playlists, and for this segment. */
    private static List<Integer> answers(OwnPlaylists playlists, String segment) {
        return Stream.of("master.m3u8", RENDITION + "/index.m3u8", segment)
                .map(playlists::status)
                .toList();
    }

    private static void hasLeft(Frame frame) {
        frame.waitForFunction(
                "() => !document.querySelector('main').dataset.way.startsWith('watch')",
                null,
                new Frame.WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    private static void goesOn(OwnPlaylists others) {
        var last = others.newest(RENDITION);
        assertThat(Await.until(SOON, () -> !others.newest(RENDITION).equals(last)))
                .isTrue();
    }
}
