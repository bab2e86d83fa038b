package foyer.player.entry;

import foyer.access.Joining;
import foyer.access.LettingIn;
import foyer.access.Proving;
import foyer.event.Event;
import foyer.shared.Fields;
import foyer.traffic.Answer;
import foyer.traffic.Repeating;
import foyer.traffic.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the use case that a panel's form is for: the one that the API calls. */
@ApplicationScoped
public class Doors {
    /** What a followed link's token is posted as. */
    static final String LINK = "link";

    /** Tells a code that was asked for from one that came with a registration. */
    static final String ASKED = "code";

    private static final int CREATED = 201;

    @Inject
    Joining joining;

    @Inject
    Proving proving;

    @Inject
    LettingIn lettingIn;

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
            case VERIFY -> login(event, shown(given, "email", "code", "password"), caller);
            case LINK -> login(event, Map.of("linkToken", given.answer(LINK).orElse("")), caller);
            case WAIT, PAY, REFUSED, WATCH -> throw new IllegalStateException("No form: " + panel);
        };
    }

    /** Sent twice, as by a double click, it is one registration. */
    private Passage register(Event event, Submission given, String language, Caller caller) {
        var body = shown(given, "email", "password");
        body.put("eventId", event.id().value());
        body.put("language", language);
        body.put("userData", given.userData(event.plan().form()));
        var key = new RequestKey(
                caller.address(),
                "/watch/" + event.id().value(),
                given.answer("once").orElse(""),
                body);
        var answer = repeating.once(key, freshId -> {
            var joined = joining.join(Fields.of(body), freshId, caller.address());
            return new Answer(CREATED, Map.of(), joined.view(clock.instant()));
        });
        return passage(answer.body());
    }

    private Passage sendCode(Event event, Submission given, String language, Caller caller) {
        var body = shown(given, "email");
        body.put("eventId", event.id().value());
        body.put("language", language);
        proving.sendCode(Fields.of(body), caller.address());
        return new Passage(Panel.VERIFY, ASKED, null);
    }

    private Passage login(Event event, Map<String, Object> shown, Caller caller) {
        var letIn = lettingIn.login(event.id(), Fields.of(shown), caller.address());
        return Passage.by(letIn.view());
    }

    private static Passage passage(@Nullable Object body) {
        if (body instanceof Map<?, ?> answer) {
            return Passage.by(answer);
        }
        throw new IllegalStateException("A registration was answered by nothing.");
    }

    private static Map<String, Object> shown(Submission given, String... names) {
        var shown = new LinkedHashMap<String, Object>();
        for (var name : names) {
            given.answer(name).ifPresent(text -> shown.put(name, text));
        }
        return shown;
    }
}
