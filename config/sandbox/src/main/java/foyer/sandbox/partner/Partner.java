package foyer.sandbox.partner;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import foyer.sandbox.page.Html;
import foyer.sandbox.page.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A partner's page with an embed in it: {@code /partner?src=…&title=…}. The sandbox's port makes it another
 * origin than the player's; opened by {@code 127.0.0.1} instead of {@code localhost} it is another site too.
 */
public final class Partner {
    private static final String FRAME =
            "<iframe src=\"%s\" title=\"%s\" allow=\"fullscreen; autoplay; picture-in-picture; encrypted-media\">"
                    + "</iframe>";
    private static final String MISSING =
            "<p class=\"missing\">Name an embed to show: <code>/partner?src=http://localhost:8080/embed/…&amp;title=…</code></p>";

    private final Template page;

    private Partner(Template page) {
        this.page = page;
    }

    public static void addTo(Routes routes) {
        var partner = new Partner(Template.beside(Partner.class, "partner.html"));
        var style = Template.beside(Partner.class, "partner.css").bytes();
        routes.on("GET", "/partner", partner::show);
        routes.on("GET", "/partner/style.css", asked -> Answer.of(200, "text/css; charset=utf-8", style));
    }

    private Answer show(Request request) {
        var title = request.query("title").filter(text -> !text.isBlank()).orElse("Tonight’s programme");
        var embed = request.query("src").map(src -> frame(src, title)).orElse(MISSING);
        var shown = page.filled(Map.of("title", Html.escape(title), "embed", embed));
        return Answer.html(shown)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src http: https:; base-uri 'none'");
    }

    /** Only http and https: a {@code javascript:} or {@code data:} address would run in the partner's name. */
    static String frame(String src, String title) {
        try {
            var address = new URI(src);
            var scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || address.getHost() == null) {
                throw Refusal.invalid("src is an http or https address.");
            }
            return FRAME.formatted(Html.escape(address.toString()), Html.escape(title));
        } catch (URISyntaxException broken) {
            throw Refusal.invalid("src is not an address.");
        }
    }
}
