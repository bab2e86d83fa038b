package foyer.sandbox.stripe.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls that are imitated. */
public final class Operations {
    /** What a call does; the id is the one in its path, or empty. */
    @FunctionalInterface
    public interface Action {
        /** Fails with a {@link StripeError}; answers an object that the caller copies before it lets go of it. */
        Tree run(String id, Parameters parameters);
    }

    /**
     * One call.
     *
     * @param name as in Stripe's libraries: {@code checkout.sessions.create}
     * @param template its path, with the name of an id in braces
     */
    public record Operation(String name, String method, String template, Action action) {
        /** By what a fault can name it: the name, the {@code operationId} of Stripe's OpenAPI, method and path. */
        public String[] names() {
            return new String[] {name, operationId(), method + " " + template};
        }

        private String operationId() {
            var id = new StringBuilder(capitalized(method.toLowerCase(Locale.ROOT)));
            for (var word : template.substring("/v1/".length()).split("[/_{}]+")) {
                id.append(capitalized(word));
            }
            return id.toString();
        }

        private static String capitalized(String word) {
            return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        }
    }

    /** An operation and the id that its path was called with. */
    public record Match(Operation operation, String id) {}

    private record Entry(Operation operation, List<String> segments) {
        Optional<Match> match(String method, List<String> path) {
            if (!operation.method().equals(method) || path.size() != segments.size()) {
                return Optional.empty();
            }
            var id = "";
            for (var i = 0; i < path.size(); i++) {
                if (segments.get(i).startsWith("{")) {
                    id = path.get(i);
                } else if (!segments.get(i).equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Match(operation, id));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public Operations on(String name, String method, String template, Action action) {
        entries.add(new Entry(new Operation(name, method, template, action), segments(template)));
        return this;
    }

    public Optional<Match> find(String method, String path) {
        var segments = segments(path);
        return entries.stream()
                .flatMap(entry -> entry.match(method, segments).stream())
                .findFirst();
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
