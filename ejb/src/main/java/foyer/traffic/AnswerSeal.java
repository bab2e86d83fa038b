package foyer.traffic;

import static java.util.Objects.requireNonNull;

import foyer.shared.JsonText;
import foyer.shared.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps an answer unreadable to whoever reads the store, for it may hold a token or a person's data. */
@ApplicationScoped
public class AnswerSeal {
    private static final String PURPOSE = "kept answers";

    @Inject
    Seal seal;

    /** @param requestId the answer opens under this id only */
    public String seal(String requestId, Answer answer) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("status", (long) answer.status());
        tree.put("headers", answer.headers());
        tree.put("body", answer.body());
        return seal.seal(PURPOSE, requestId, JsonText.of(tree));
    }

    /** Empty when it was sealed under another id or another secret, or was altered. */
    public Optional<Answer> open(String requestId, String sealed) {
        return seal.open(PURPOSE, requestId, sealed).map(text -> answer(JsonText.read(text)));
    }

    private static Answer answer(@Nullable Object tree) {
        var parts = (Map<?, ?>) requireNonNull(tree);
        var headers = new LinkedHashMap<String, String>();
        ((Map<?, ?>) requireNonNull(parts.get("headers")))
                .forEach((name, value) -> headers.put((String) name, (String) value));
        return new Answer(((Long) requireNonNull(parts.get("status"))).intValue(), headers, parts.get("body"));
    }
}
