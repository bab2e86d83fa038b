package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A picture that carries the address of whoever watches it, where the event wishes so. */
@Beside
class WatermarkIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final String event = published(true);

    @Test
    void whoRegisteredSeesTheirOwnAddressOnEveryVisitAndOnTheWholeScreen() {
        var ada = Mailbox.fresh();
        var visitor = register(Visitor.onItsPage(DEVICES.onDesk(), event, "watermark"), ada);
        visitor.watches();
        assertMarked(visitor.frame(), ada);

        visitor = visitor.reload();
        visitor.watches();
        assertMarked(visitor.frame(), ada);
        assertThat(Axe.findings(visitor.frame())).isEmpty();

        visitor.frame().locator("media-fullscreen-button").press("Enter");
        visitor.frame().waitForFunction("() => document.fullscreenElement?.querySelector('.watermark')");
        Watching.keep(visitor.frame().page(), "watermark-1440");
    }

    @Test
    void itStaysInThePictureWhereOneReadsFromTheRight() {
        var visitor = register(Visitor.onItsPage(DEVICES.onDesk(), event, "watermark-rtl"), Mailbox.fresh());
        visitor.watches();

        visitor.frame().evaluate("() => { document.documentElement.dir = 'rtl'; }");

        var mark = visitor.frame().locator(".watermark").boundingBox();
        var stage = visitor.frame().locator("#stage").boundingBox();
        assertThat(mark.x).isBetween(stage.x, stage.x + stage.width - mark.width);
    }

    @Test
    void nobodyElseIsToldTheAddress() {
        var ada = Mailbox.fresh();
        var page = DEVICES.onPhone();
        var visitor = register(Visitor.inPartnersPage(page, event, "watermark"), ada);
        visitor.watches();
        assertMarked(visitor.frame(), ada);
        Watching.keep(page, "watermark-360");

        var everyone = Whole.onMicro().http();
        for (var address : List.of("/api/events/" + event, "/api/events/" + event + "/flow", "/watch/" + event)) {
            assertThat(everyone.get(address).expect(200).text()).as(address).doesNotContain(ada.address());
        }
    }

    @Test
    void whereItIsNotWishedThereIsNone() {
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), published(false), "unmarked"), Mailbox.fresh());
        visitor.watches();

        assertThat(visitor.frame().locator(".watermark").count()).isZero();
    }

    private static void assertMarked(Frame frame, Mailbox somebody) {
        var mark = frame.locator(".watermark");
        mark.waitFor();
        assertThat(mark.count()).isOne();
        assertThat(mark.textContent()).isEqualTo(somebody.address());
        assertThat(mark.getAttribute("aria-hidden")).isEqualTo("true");
    }

    private static Visitor register(Visitor visitor, Mailbox somebody) {
        return visitor.at("register")
                .answer("register", "email", somebody.address())
                .send("register");
    }

    private static String published(boolean watermark) {
        var video = Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add("watermark", watermark);
        return Offers.published(anEvent()
                .embeddedBy(Whole.sandbox().url())
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("videoConfig", video.build()));
    }
}
