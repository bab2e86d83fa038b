package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys do in the player is listed in the viewer's language, and viewers may switch them off (WCAG 2.2, 2.1.4). */
@Beside
class KeysIT {
    private static final String KEPT = "() => localStorage.getItem('foyer.keys')";
    private static final String BUTTON = "media-chrome-button.keys";
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    private static final Locator.WaitForOptions THERE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoSwitchesThemOffIsHeardNoMoreUntilTheySwitchThemOn() {
        var page = DEVICES.onDesk();
        playing(page, anAddress());
        assertThat(page.evaluate(KEPT)).isNull();

        page.locator(BUTTON).click();
        page.locator(".keys-list dl").waitFor();
        assertThat(Axe.findings(page.mainFrame())).isEmpty();
        Watching.keep(page, "keys-1440");
        page.locator(".keys-list [name=keys]").uncheck();
        assertThat(page.locator(".keys-list dl").isVisible()).isFalse();
        page.keyboard().press("Escape");
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("keys");
        assertDeaf(page);

        page.reload();
        Watching.on(page).pressPlay().untilItPlays();
        assertDeaf(page);

        page.locator(BUTTON).press("Enter");
        page.locator(".keys-list [name=keys]").check();
        page.locator(".keys-list [type=submit]").click();
        assertThat(page.evaluate(KEPT)).isNull();
        page.locator("media-mute-button").press("m");
        page.waitForFunction("() => document.querySelector('video').muted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"click", "key"})
    void whoPressedPlayHasThemAtOnce(String how) {
        var page = DEVICES.onDesk();
        page.navigate(anAddress());
        if (how.equals("click")) {
            Watching.on(page).pressPlay();
        } else {
            page.locator("[data-play]").press("Enter");
        }
        Watching.on(page).untilItPlays();

        page.keyboard().press("k");

        page.waitForFunction("() => document.querySelector('video').paused");
    }

    @Test
    void whoeverIsOnTheStageHasThemToo() {
        var page = DEVICES.onDesk();
        playing(page, anAddress());

        page.locator("#stage").press("k");

        page.waitForFunction("() => document.querySelector('video').paused");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Keyboard shortcuts, Play or pause",
        "de, Tastenkürzel, Abspielen oder anhalten",
        "es, Atajos de teclado, Reproducir o pausar",
        "fr, Raccourcis clavier, Lecture ou pause"
    })
    void theListSpeaksTheViewersLanguage(String language, String title, String first) {
        var page = DEVICES.onPhoneIn(language);
        playing(page, anAddress());

        page.locator("media-mute-button").press("Shift+?");

        page.locator(".keys-list dl").waitFor();
        assertThat(page.locator(".keys-list h2").innerText()).isEqualTo(title);
        assertThat(page.locator(".keys-list dd").allInnerTexts())
                .hasSize(12)
                .startsWith(first)
                .doesNotContain("");
        assertThat(page.locator("media-keyboard-shortcuts-dialog").count()).isZero();
        assertThat(Axe.findings(page.mainFrame())).isEmpty();
        Watching.keep(page, "keys-360-" + language);
    }

    /** On a phone there is no room, and mostly no keyboard: the button is there for whom the keys are off. */
    @Test
    void whereThereIsLittleRoomTheyAreSwitchedOnAgain() {
        var page = DEVICES.onPhone();
        playing(page, anAddress());
        assertThat(page.locator(BUTTON).isVisible()).isFalse();

        page.evaluate("() => localStorage.setItem('foyer.keys', 'off')");
        page.reload();
        Watching.on(page).pressPlay().untilItPlays();

        page.locator(BUTTON).waitFor();
        assertThat(page.evaluate("() => [...document.querySelectorAll('media-control-bar')]"
                        + ".filter((bar) => bar.scrollWidth > bar.clientWidth).length"))
                .isEqualTo(0);
        page.locator(BUTTON).focus();
        Watching.keep(page, "keys-off-360");
        page.locator(BUTTON).click();
        page.locator(".keys-list [name=keys]").check();
        assertThat(page.evaluate(KEPT)).isNull();

        page.keyboard().press("Escape");

        page.locator(".keys-list").waitFor(GONE);
        assertThat(page.locator(BUTTON).isVisible()).isFalse();
        assertThat(page.evaluate("() => document.activeElement.localName")).isEqualTo("media-play-button");
    }

    @Test
    void whatTheAddressSwitchesOffIsNoChoice() {
        var page = DEVICES.onDesk();
        playing(page, anAddress() + "?keyboard=0");

        assertThat(page.locator(BUTTON).isVisible()).isFalse();
        assertDeaf(page);
    }

    @Test
    void whatHasNoButtonByWishOfTheAddressHasNoKey() {
        var page = DEVICES.onDesk();
        playing(page, anAddress() + "?speed=0&pip=0");

        page.locator("media-mute-button").press(">");
        page.locator("media-mute-button").press("Shift+?");

        page.locator(".keys-list dl").waitFor();
        assertThat(page.locator(".keys-list dd").count()).isEqualTo(9);
        assertThat(page.evaluate("() => document.querySelector('video').playbackRate"))
                .isEqualTo(1);
    }

    private static void assertDeaf(Page page) {
        page.locator("media-mute-button").press("m");
        page.locator("media-mute-button").press("k");
        page.locator("media-mute-button").press("Shift+?");
        Watching.on(page).untilItPlays();
        assertThat(page.evaluate("() => document.querySelector('video').muted")).isEqualTo(false);
        assertThat(page.locator(".keys-list").count()).isZero();
    }

    private static void playing(Page page, String address) {
        page.navigate(address);
        Watching.on(page).pressPlay().untilItPlays();
        page.locator("media-mute-button").waitFor();
        // With its words the button may be shown, and keys ask for the list.
        page.locator(BUTTON + "[aria-label]").waitFor(THERE);
    }

    private static String anAddress() {
        return Whole.onMicro().url() + "/embed/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer"));
    }
}
