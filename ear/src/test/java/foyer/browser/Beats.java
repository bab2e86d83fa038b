package foyer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a page and its frames tell the server with their heartbeats. */
final class Beats {
    private Beats() {}

    /** Those from now on, as they are sent; more come as long as the page is waited for. */
    static Queue<String> of(Page page) {
        var beats = new ConcurrentLinkedQueue<String>();
        page.onRequest(request -> note(request, beats));
        return beats;
    }

    private static void note(Request request, Queue<String> beats) {
        if (request.url().endsWith("/heartbeat")) {
            beats.add(String.valueOf(request.postData()));
        }
    }
}
