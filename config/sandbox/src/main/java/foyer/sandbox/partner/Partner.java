package foyer.sandbox.partner;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import foyer.sandbox.page.Html;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern PLACE = Pattern.compile("\\{\\{[a-z]+}}");

    private final String page;

    private Partner(String page) {
        this.page = page;
    }

    public static void addTo(Routes routes) throws IOException {
        var partner = new Partner(resource("partner.html"));
        var style = resource("partner.css").getBytes(StandardCharsets.UTF_8);
        routes.on("GET", "/partner", partner::show);
        routes.on("GET", "/partner/style.css", asked -> Answer.of(200, "text/css; charset=utf-8", style));
    }

    private Answer show(Request request) {
        var title = request.query("title").filter(text -> !text.isBlank()).orElse("Tonight’s programme");
        var embed = request.query("src").map(src -> frame(src, title)).orElse(MISSING);
        var filled = Map.of("{{title}}", Html.escape(title), "{{embed}}", embed);
        // In one pass, so that nothing filled in is taken for a place to fill.
        var shown = PLACE.matcher(page)
                .replaceAll(
                        place -> Matcher.quoteReplacement(Objects.requireNonNullElse(filled.get(place.group()), "")));
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

    private static String resource(String name) throws IOException {
        try (InputStream stream = Partner.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
