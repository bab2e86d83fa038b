package foyer.sandbox.mail;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses that letters are refused to for good: those of a domain where nobody has a mailbox, and others as long as that is wished. */
final class ClosedMailboxes {
    private static final String PATH = "/mail/_control/closed/";
    private static final String NOBODYS = "@nobody.example";

    private final Set<String> closed = ConcurrentHashMap.newKeySet();

    void addTo(Routes routes) {
        routes.on("PUT", PATH + "*", asked -> {
            closed.add(address(asked));
            return Answer.empty(204);
        });
        routes.on("DELETE", PATH + "*", asked -> {
            closed.remove(address(asked));
            return Answer.empty(204);
        });
    }

    /** @param command {@code RCPT TO:<…>}, as it was sent */
    boolean hit(String command) {
        var address =
                command.toLowerCase(Locale.ROOT).replaceFirst("(?s).*?<", "").replaceFirst("(?s)>.*", "");
        return address.endsWith(NOBODYS) || closed.contains(address);
    }

    private static String address(Request request) {
        return request.path().substring(PATH.length()).toLowerCase(Locale.ROOT);
    }
}
