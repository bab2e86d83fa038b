package foyer.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What answers where. The first route that fits wins; {@code /x/*} takes everything below {@code /x}. */
public final class Routes {
    private static final String ANY = "*";

    private record Entry(String method, String pattern, Route route) {
        boolean takes(String path) {
            if (!pattern.endsWith("/*")) {
                return pattern.equals(path);
            }
            var prefix = pattern.substring(0, pattern.length() - 2);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }

        boolean takesMethod(String asked) {
            return method.equals(ANY) || method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    public Routes on(String method, String pattern, Route route) {
        entries.add(new Entry(method, pattern, route));
        return this;
    }

    public Routes onAny(String pattern, Route route) {
        return on(ANY, pattern, route);
    }

    Answer answer(Request request) {
        try {
            return find(request).answer(request);
        } catch (Refusal refused) {
            return refused.toAnswer();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.lost();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            System.err.println("sandbox: " + request.method() + " " + request.path() + " failed: " + broken);
            return Answer.error(502, "unavailable", "The stand-in behind this address did not answer.");
        }
    }

    private Route find(Request request) {
        var allowed = new TreeSet<String>();
        for (var entry : entries) {
            if (entry.takes(request.path())) {
                if (entry.takesMethod(request.method())) {
                    return entry.route();
                }
                allowed.add(entry.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Refusal.notFound(request.path());
        }
        return refused -> Answer.error(405, "method_not_allowed", request.method() + " is not possible here.")
                .with("Allow", String.join(", ", allowed));
    }
}
