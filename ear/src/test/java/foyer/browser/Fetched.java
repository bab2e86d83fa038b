package foyer.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a page was given of the picture, and by which tokens. */
final class Fetched {
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> addresses = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    Fetched(Page page) {
        page.onResponse(this::came);
    }

    private void came(Response response) {
        var parts = response.url().split("/t/", 2);
        if (parts.length < 2) {
            return;
        }
        if (response.status() >= 400) {
            refused.add(response.status() + " " + response.url());
        } else {
            addresses.add(response.url());
            tokens.add(parts[1].split("/", 2)[0]);
        }
    }

    Set<String> tokens() {
        return Set.copyOf(tokens);
    }

    String last() {
        return addresses.stream().reduce((one, later) -> later).orElseThrow();
    }

    ConcurrentLinkedQueue<String> refused() {
        return refused;
    }
}
