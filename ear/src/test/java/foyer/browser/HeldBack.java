package foyer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A script of ours that comes when it is let go, so that the page stays as it is until then. */
record HeldBack(Page page, Queue<Route> held) {
    /** @param script by its name in the address, with {@code *} for any part of it */
    static HeldBack of(Page page, String script) {
        var held = new ConcurrentLinkedQueue<Route>();
        page.route("**/" + script, held::add);
        return new HeldBack(page, held);
    }

    void comes() {
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
    }
}
