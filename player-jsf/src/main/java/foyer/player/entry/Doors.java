package foyer.player.entry;

import foyer.access.LettingIn;
import foyer.event.Event;
import foyer.shared.Fields;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the use case that a panel's form is for: the one that the API calls. */
@ApplicationScoped
public class Doors {
    /** What a followed link's token is posted as. */
    static final String LINK = "link";

    @Inject
    LettingIn lettingIn;

    /** Fails as the use cases do. */
    Passage send(Panel panel, Event event, Submission given, String language, Caller caller) {
        return switch (panel) {
            case LOGIN -> login(event, shown(given, "email", "password"), caller);
            case VERIFY -> login(event, shown(given, "email", "code"), caller);
            case LINK -> login(event, Map.of("linkToken", given.answer(LINK).orElse("")), caller);
            case REGISTER, CODE -> throw new Unavailable("Nobody can register yet.", Duration.ofSeconds(60));
            case WAIT, PAY, REFUSED, WATCH -> throw new IllegalStateException("No form: " + panel);
        };
    }

    private Passage login(Event event, Map<String, Object> shown, Caller caller) {
        var letIn =
                lettingIn.login(event.id(), Fields.of(shown), caller.address()).view();
        return Passage.by(Map.of(), letIn);
    }

    private static Map<String, Object> shown(Submission given, String... names) {
        var shown = new LinkedHashMap<String, Object>();
        for (var name : names) {
            given.answer(name).ifPresent(text -> shown.put(name, text));
        }
        return shown;
    }
}
