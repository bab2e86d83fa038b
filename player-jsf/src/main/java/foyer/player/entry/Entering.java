package foyer.player.entry;

import foyer.event.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads a viewer from panel to panel where no module does. */
@ApplicationScoped
public class Entering {
    @Inject
    FormTokens tokens;

    /** Where a viewer stands who comes by an address. */
    Standing arrive(Event event, @Nullable String wish, @Nullable String linkToken) {
        var ways = WaysIn.of(event);
        if (ways == WaysIn.OPEN) {
            return Standing.at(Panel.WATCH);
        }
        if (linkToken != null && ways != WaysIn.SHARED_PASSWORD) {
            return Standing.at(Panel.LINK).answering(new Submission(Map.of("link", new String[] {linkToken})));
        }
        return Standing.at(Panel.of(wish).filter(ways.reachable()::contains).orElse(ways.first()));
    }

    /** Where a viewer stands who posted a form. */
    Standing enter(Event event, Words words, Submission given, Caller caller) {
        var panel =
                given.answer("panel").flatMap(Panel::of).orElse(WaysIn.of(event).first());
        var here = Standing.at(panel).answering(given);
        if (!caller.ourPage() || !tokens.good(event.id(), given.answer("token").orElse(""))) {
            return here.told(Map.of(), words.of("problem.form_expired"));
        }
        return here.told(Map.of(), words.of("problem.unavailable"));
    }
}
