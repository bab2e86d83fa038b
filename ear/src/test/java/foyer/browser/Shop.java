package foyer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Http;
import jakarta.json.Json;
import java.net.URI;
import java.util.function.Function;

/**
 * A server that sells seats, and the page of the payment provider to which it leads.
 *
 * @param server without a slash at the end
 * @param organizer who offers the events
 * @param devices of the visitors
 * @param desk waits until a window shows the provider's page
 */
record Shop(String server, Http organizer, Devices devices, Function<Page, PayDesk> desk) {

    /** An event for twelve euros; answers its id. */
    String offer() {
        return Offers.byPayment().publishedBy(organizer);
    }

    /** A fresh code for this event. */
    String voucher(int percent, String event) {
        return voucher(organizer, percent, event);
    }

    static String voucher(Http organizer, int percent, String event) {
        var terms = Json.createObjectBuilder().add("percent", percent).add("eventId", event);
        return organizer.post("/api/vouchers", terms.build()).expect(201).json().getString("code");
    }

    Visitor inPartnersPage(Page page, String event, String name) {
        return Visitor.inPartnersPage(server, page, event, name);
    }

    Visitor onItsPage(Page page, String event, String name) {
        return Visitor.onItsPage(server, page, event, name);
    }

    Visitor byLink(Page page, String link, String name) {
        return Visitor.byLink(server, page, link, name);
    }

    /** The provider's page in the window that pressing the button opens. */
    PayDesk openedBy(Page page, Visitor visitor) {
        return openedBy(page, () -> visitor.send("pay"));
    }

    PayDesk openedBy(Page page, Runnable click) {
        return shownIn(page.waitForPopup(click));
    }

    PayDesk shownIn(Page page) {
        return desk.apply(page);
    }

    int port() {
        return URI.create(server).getPort();
    }

    /** Whether it is on the server, by whichever of the machine's names. */
    boolean isOurs(String url) {
        return url.matches("https?://[^/]*:" + port() + "/.*");
    }

    /** The provider's page has its own. */
    void withoutOurScripts(Page page) {
        page.route(url -> url.endsWith(".js") && isOurs(url), Route::abort);
    }
}
