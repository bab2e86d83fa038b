package foyer.web.caller;

import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.SharedSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps viewers' calls to our own page and to the pages that their event names (CORS, fetch.spec.whatwg.org). Asked before
 * anything is done, for a page that may not read an answer shall not cause anything either.
 */
@ApplicationScoped
public class PagesOfEvent {
    @Inject
    Browsing browsing;

    @Inject
    SharedSettings settings;

    /**
     * Names the page in the answer where it may read it; fails with a {@link Problem} where it may not call at all.
     *
     * @param event whose viewer calls; asked for pages of other origins only, empty where nobody knows
     */
    public void admit(HttpServletRequest call, HttpServletResponse answer, Supplier<Optional<EventId>> event) {
        var origin = call.getHeader("Origin");
        if (origin == null
                || answer.containsHeader("Access-Control-Allow-Origin")
                || ours(origin, call, settings.publicUrl())) {
            return;
        }
        var named = event.get()
                .flatMap(id -> browsing.publicEvent(id).allowedOrigins().stream()
                        .filter(origin::equals)
                        .findFirst());
        if (named.isEmpty()) {
            throw new OriginNotAllowed();
        }
        CrossOrigin.name(named, answer);
    }

    static boolean ours(String origin, HttpServletRequest call, @Nullable URI publicUrl) {
        return "same-origin".equals(call.getHeader("Sec-Fetch-Site"))
                || origin.equals(call.getScheme() + "://" + call.getHeader("Host"))
                || (publicUrl != null && origin.equals(publicUrl.getScheme() + "://" + publicUrl.getAuthority()));
    }

    private static final class OriginNotAllowed extends Problem {
        private static final long serialVersionUID = 1L;

        OriginNotAllowed() {
            super(ProblemCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call this.");
        }
    }
}
