package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import foyer.whole.Whole;
import java.net.URI;

/** A viewer at the door of an event, on its own page or in a partner's. */
final class Visitor {
    private static final double PATIENCE = 30_000;
    private static final double PATIENCE_OF_WHO_WAITS = 90_000;

    private final Page page;
    private final Frame frame;
    private final String name;

    private Visitor(Page page, Frame frame, String name) {
        this.page = page;
        this.frame = frame;
        this.name = name;
    }

    /** @param name begins those of the screenshots */
    static Visitor onItsPage(Page page, String eventId, String name) {
        return onItsPage(Whole.onMicro().url(), page, eventId, name);
    }

    /** @param server without a slash at the end */
    static Visitor onItsPage(String server, Page page, String eventId, String name) {
        page.navigate(server + "/watch/" + eventId);
        return new Visitor(page, page.mainFrame(), name);
    }

    /** Begins while the page is still loading its scripts. */
    static Visitor onItsPageAtOnce(Page page, String eventId, String name) {
        var options = new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT);
        page.navigate(Whole.onMicro().url() + "/watch/" + eventId, options);
        return new Visitor(page, page.mainFrame(), name);
    }

    /** In a partner's page on another site: localhost and 127.0.0.1 are two sites to a browser. */
    static Visitor inPartnersPage(Page page, String eventId, String name) {
        return inPartnersPage(Whole.onMicro().url(), page, eventId, name);
    }

    /** @param server without a slash at the end, whose event it is */
    static Visitor inPartnersPage(String server, Page page, String eventId, String name) {
        var port = URI.create(server).getPort();
        page.navigate(Whole.sandbox().url() + "/partner?src=http://127.0.0.1:" + port + "/embed/" + eventId);
        return inFrameOf(page, name);
    }

    /** In the first frame of a page that is there already. */
    static Visitor inFrameOf(Page page, String name) {
        var frame = page.waitForSelector("iframe").contentFrame();
        frame.waitForLoadState();
        return new Visitor(page, frame, name);
    }

    /** Follows a letter's link, whose site is wherever the settings say that viewers reach us. */
    static Visitor byLink(Page page, String link, String name) {
        return byLink(Whole.onMicro().url(), page, link, name);
    }

    /** @param server without a slash at the end, whose letter it is */
    static Visitor byLink(String server, Page page, String link, String name) {
        page.navigate(server + link.substring(link.indexOf("/watch/")));
        return new Visitor(page, page.mainFrame(), name);
    }

    /** Loads the page again, which is the event's own. */
    Visitor reload() {
        page.reload();
        return this;
    }

    Visitor answer(String panel, String question, String answer) {
        control(panel, question).fill(answer);
        return this;
    }

    Visitor choose(String panel, String question, String answer) {
        control(panel, question).selectOption(answer);
        return this;
    }

    Visitor tick(String panel, String question) {
        control(panel, question).check();
        return this;
    }

    Visitor send(String panel) {
        return press("form[data-panel=" + panel + "] button.brand");
    }

    Visitor turn(String from, String to) {
        return press("form[data-panel=" + from + "] [data-turn=" + to + "]").at(to);
    }

    /**
     * Waits for the page that has the button: where that one only now takes another's place, a press that is lost in it
     * would pass for the one that led to it.
     *
     * @param button a selector of one
     */
    Visitor press(String button) {
        var known = frame.locator(button);
        known.waitFor();
        Press.on(frame, known::click);
        return this;
    }

    /** Waits until this panel is shown, and keeps what is to be seen. Fails where something is wider than the screen. */
    Visitor at(String panel) {
        return at(panel, PATIENCE);
    }

    /** The same for who waits, whose page asks ever more seldom. */
    Visitor ledTo(String panel) {
        return at(panel, PATIENCE_OF_WHO_WAITS);
    }

    private Visitor at(String panel, double patience) {
        frame.locator("main[data-way=" + panel + "]").waitFor(new Locator.WaitForOptions().setTimeout(patience));
        Watching.keep(page, name + "-" + panel + "-" + page.viewportSize().width);
        assertFits();
        return this;
    }

    /** That nobody has to scroll sideways. */
    void assertFits() {
        assertThat((Integer) frame.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("how much wider than its screen %s is", frame.url())
                .isNotPositive();
    }

    /** Waits until the picture moves. */
    void watches() {
        at("watch");
        new Watching(frame).begin().untilItPlays();
        Watching.keep(page, name + "-picture-" + page.viewportSize().width);
    }

    /** What is to be read of a panel. */
    String words(String panel) {
        return frame.locator("[data-panel=" + panel + "]").innerText();
    }

    /** What is told on top of a form, once something is. */
    String alert(String panel) {
        var alert = frame.locator("form[data-panel=" + panel + "] .alert:not(:empty)");
        alert.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        Watching.keep(page, name + "-" + panel + "-refused-" + page.viewportSize().width);
        return alert.innerText();
    }

    /** What is told beside an answer, once something is. */
    String wrong(String panel, String question) {
        return beside(panel, question).locator(".wrong:not(:empty)").innerText();
    }

    /** Waits until nothing is told beside an answer. */
    void nothingIsWrong(String panel, String question) {
        beside(panel, question)
                .locator(".wrong:empty")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private Locator beside(String panel, String question) {
        return frame.locator("form[data-panel=" + panel + "] [data-name='" + question + "']");
    }

    /** Waits until the panel knows what is to be paid, and for how long the seat is kept: to press its button leads nowhere before. */
    Visitor mayPay() {
        frame.locator("form[data-panel=pay] .hold:has-text('Kept for')")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE));
        return this;
    }

    Frame frame() {
        return frame;
    }

    Locator control(String panel, String question) {
        return frame.locator("form[data-panel=" + panel + "] [name='" + question + "']:not([type=hidden])");
    }
}
