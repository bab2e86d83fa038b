package foyer.player.entry;

import foyer.access.Joining;
import foyer.access.LetIn;
import foyer.access.LettingIn;
import foyer.access.Proving;
import foyer.access.Returning;
import foyer.edge.ViewerCookies;
import foyer.event.Event;
import foyer.shared.Fields;
import foyer.traffic.Answer;
import foyer.traffic.FreshId;
import foyer.traffic.Repeating;
import foyer.traffic.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls the use case that a panel's form is for: the one that the API calls. */
@ApplicationScoped
public class Doors {
    /** What a followed link's token is posted as. */
    static final String LINK = "link";

    /** Tells a code that was asked for from one that came with a registration. */
    static final String ASKED = "code";

    private static final String SET_COOKIE = "Set-Cookie";
    private static final int OK = 200;
    private static final int CREATED = 201;

    @Inject
    Joining joining;

    @Inject
    Proving proving;

    @Inject
    LettingIn lettingIn;

    @Inject
    Returning returning;

    @Inject
    Repeating repeating;

    @Inject
    Clock clock;

    /** Fails as the use cases do. */
    Passage send(Panel panel, Event event, Submission given, String language, Caller caller) {
        return switch (panel) {
            case REGISTER -> register(event, given, language, caller);
            case CODE -> sendCode(event, given, language, caller);
            case LOGIN -> login(event, shown(given, "email", "password"), caller);
            case VERIFY -> loginOnce(panel, event, given, shown(given, "email", "code", "password"), caller);
            case LINK ->
                loginOnce(
                        panel,
                        event,
                        given,
                        Map.of("linkToken", given.answer(LINK).orElse("")),
                        caller);
            case WAIT, PAY, REFUSED, WATCH -> throw new IllegalStateException("No form: " + panel);
        };
    }

    /** Sent twice, as by a double click, it is one registration. */
    private Passage register(Event event, Submission given, String language, Caller caller) {
        var body = shown(given, "email", "password", Paying.VOUCHER);
        body.put("eventId", event.id().value());
        body.put("language", language);
        body.put("userData", given.userData(event.plan().form(), Locale.forLanguageTag(language)));
        return passage(once(Panel.REGISTER, event, given, body, caller, freshId -> {
            var joined = joining.join(Fields.of(body), freshId, caller.address());
            return new Answer(CREATED, kept(joined.letIn()), joined.view(clock.instant()));
        }));
    }

    private Passage sendCode(Event event, Submission given, String language, Caller caller) {
        var body = shown(given, "email");
        body.put("eventId", event.id().value());
        body.put("language", language);
        proving.sendCode(Fields.of(body), caller.address());
        return Passage.to(Panel.VERIFY, ASKED);
    }

    private Passage login(Event event, Map<String, Object> shown, Caller caller) {
        return passage(letIn(event, shown, FreshId.ofAFirstCall(), caller));
    }

    /** What is used up by being shown. A page that is loaded again shows it again, and is answered as it was. */
    private Passage loginOnce(Panel panel, Event event, Submission given, Map<String, Object> shown, Caller caller) {
        return passage(once(panel, event, given, shown, caller, call -> letIn(event, shown, call, caller)));
    }

    private Answer letIn(Event event, Map<String, Object> shown, FreshId call, Caller caller) {
        var letIn = lettingIn.login(event.id(), Fields.of(shown), call, caller.address());
        return new Answer(OK, kept(letIn), letIn.view());
    }

    private Answer once(
            Panel panel,
            Event event,
            Submission given,
            Map<String, Object> body,
            Caller caller,
            Function<FreshId, Answer> work) {
        var place = "/watch/" + event.id().value() + "#" + panel.key();
        var key = given.answer("once").orElse("");
        return repeating.once(new RequestKey(caller.address(), place, key, body), work);
    }

    private Map<String, String> kept(@Nullable LetIn letIn) {
        return Optional.ofNullable(letIn)
                .flatMap(returning::cookieOf)
                .map(mark ->
                        Map.of(SET_COOKIE, ViewerCookies.setting(mark.eventId().value(), mark.text(), mark.lifetime())))
                .orElse(Map.of());
    }

    private static Passage passage(Answer answer) {
        if (answer.body() instanceof Map<?, ?> tree) {
            return Passage.by(tree).knownBy(answer.headers().get(SET_COOKIE));
        }
        throw new IllegalStateException("A form was answered by nothing.");
    }

    private static Map<String, Object> shown(Submission given, String... names) {
        var shown = new LinkedHashMap<String, Object>();
        for (var name : names) {
            given.answer(name).ifPresent(text -> shown.put(name, text));
        }
        return shown;
    }
}
