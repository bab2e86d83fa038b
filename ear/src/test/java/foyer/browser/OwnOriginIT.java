package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import foyer.launch.Await;
import foyer.launch.Server;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnMedia;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** A picture from the server itself, where addresses are good for half a minute, and not for five. */
@Isolated("it measures players against each other by the second")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnOriginIT {
    private static final String PLAYER = "document.querySelector('video')";
    private static final double PATIENCE = 60_000;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    /** All of it has been seen, by those too who are a minute behind. */
    private static final Duration LONG_AGO = Duration.ofMinutes(-10);

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private Server server;
    private Http organizer;

    @BeforeAll
    void start() {
        var settings = Whole.manyCallers(Whole.settings("origin-"))
                // Longer than a screen waits for its first heartbeat, and for the next one after a failed one.
                .with("foyer.media.token-lifetime", "30s")
                .with("foyer.heartbeat.every", "1s")
                .with("foyer.session.recheck", "1s");
        server = Whole.another(settings);
        organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** The recording plays as if it were live, so that it is fetched bit by bit, while addresses change. */
    @Test
    void addressesAreRenewedWhileThePictureGoesOn() {
        var page = DEVICES.onDesk();
        var fetched = new Fetched(page);
        var visitor = register(Visitor.onItsPage(server.url(), page, asLive(guarded()), "renewed"), Mailbox.fresh());
        visitor.watches();
        var picture = MovingPicture.in(visitor.frame());

        untilAnotherToken(visitor.frame(), fetched);

        // What was fetched by the first is over by then.
        picture.untilItIsBehindWhatIsThereNow();
        assertThat(picture.waits()).as("waiting and stalled").isZero();
        assertThat(picture.longestStandstill()).isLessThan(A_MOMENT);
        assertThat(fetched.refused()).isEmpty();
        assertThat(fetched.last()).as("tells how it plays").contains("CMCD=").contains("sid%3D");
    }

    @Test
    void whereNothingIsAskedTooAndEverybodySeesTheSameSecond() {
        var event = asLive(anEvent());
        var one = onItsPage(DEVICES.onPhone(), event);
        var fetched = new Fetched(one.page());
        var other = onItsPage(DEVICES.onDesk(), event);

        untilTogether(one, other);
        assertThat(((Number) one.evaluate("() => " + PLAYER + ".duration")).doubleValue())
                .as("live, as it seems")
                .isInfinite();
        untilAnotherToken(one, fetched);

        // Whoever has lost some time to the machine catches up.
        untilTogether(one, other);
        assertThat(fetched.refused()).isEmpty();
    }

    @Test
    void whatPlaysAsIfItWereLiveIsCountedDownToBeforeAndARecordingAfterwards() {
        var page = DEVICES.onDesk();
        var early = new Fetched(page);
        page.navigate(server.url() + "/watch/" + asLive(anEvent(), AN_HOUR));
        Watching.on(page).untilItSays("countdown");
        assertThat(early.tokens()).as("of what is still to come").isEmpty();

        var late = onItsPage(DEVICES.onPhone(), asLive(anEvent(), LONG_AGO));

        late.waitForFunction("() => Number.isFinite(" + PLAYER + ".duration)");
        assertThat(second(late)).as("from its beginning on").isLessThan(20);
    }

    /** So long before its start a page is told no right to the picture: it would be over by then. */
    @Test
    void whoWaitsOnThePageIsShownThePictureAtItsStart() {
        var begins = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(65);
        var event = anEvent()
                .lasting(begins, begins.plusSeconds(3_600))
                .showing(OwnMedia.recordingOn(server.url()))
                .publishedBy(organizer);
        var page = DEVICES.onDesk();
        var fetched = new Fetched(page);
        var told = page.navigate(server.url() + "/watch/" + event).text();
        assertThat(told.replace("&quot;", "\"")).contains("\"manifestUrl\":null");
        var watching = Watching.on(page);
        watching.untilItSays("countdown");

        watching.afterTheCountdown().untilItPlays();

        assertThat(fetched.refused()).isEmpty();
    }

    /** Within a minute, says the contract; here rights are asked about each second. */
    @Test
    void whoseRightIsTakenBackIsShownOut() {
        var page = DEVICES.onDesk();
        var fetched = new Fetched(page);
        var ada = Mailbox.fresh();
        var event = guarded().showing(OwnMedia.recordingOn(server.url())).publishedBy(organizer);
        var visitor = register(Visitor.onItsPage(server.url(), page, event, "revoked"), ada);
        visitor.watches();

        organizer
                .post("/api/registrations/" + ada.registration(organizer, event) + "/revoke")
                .expect(200);

        visitor.frame()
                .waitForFunction(
                        "() => !document.querySelector('main').dataset.way.startsWith('watch')",
                        null,
                        new Frame.WaitForFunctionOptions().setTimeout(PATIENCE));
        var address = fetched.last().substring(server.url().length());
        assertThat(Await.until(SOON, () -> Http.to(server.url()).get(address).status() == 403))
                .isTrue();
    }

    /** Begins now. */
    private String asLive(EventFixture event) {
        return asLive(event, Duration.ZERO);
    }

    /** @param until it begins; the recording is a minute long */
    private String asLive(EventFixture event, Duration until) {
        var begins = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(until);
        var video = Json.createObjectBuilder()
                .add("manifestUrl", OwnMedia.recordingOn(server.url()))
                .add("simulive", true);
        return event.lasting(begins, begins.plusSeconds(3_600))
                .with("videoConfig", video.build())
                .publishedBy(organizer);
    }

    private static EventFixture guarded() {
        return anEvent().with("authType", "email").with("verifyEmail", JsonValue.FALSE);
    }

    private Frame onItsPage(Page page, String event) {
        var watching = new Watching(
                Visitor.onItsPage(server.url(), page, event, "together").frame());
        watching.pressPlay().untilItPlays();
        return watching.frame();
    }

    /** Waits until both are in the same second. */
    private static void untilTogether(Frame one, Frame other) {
        one.page()
                .waitForCondition(() -> apart(one, other) < 1, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
    }

    /** How far two players are from each other, in seconds: both count from the beginning of the same recording. */
    private static double apart(Frame one, Frame other) {
        var first = second(one);
        var between = second(other);
        var last = second(one);
        return Math.abs((first + last) / 2 - between);
    }

    private static double second(Frame frame) {
        return ((Number) frame.evaluate("() => " + PLAYER + ".currentTime")).doubleValue();
    }

    private static Visitor register(Visitor visitor, Mailbox somebody) {
        return visitor.at("register")
                .answer("register", "email", somebody.address())
                .send("register");
    }

    private static void untilAnotherToken(Frame frame, Fetched fetched) {
        frame.page()
                .waitForCondition(
                        () -> fetched.tokens().size() > 1, new Page.WaitForConditionOptions().setTimeout(PATIENCE));
        new Watching(frame).untilItPlays();
    }
}
