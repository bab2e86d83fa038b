package foyer.event;

import foyer.shared.Fields;
import foyer.shared.WebAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may show the player.
 *
 * @param allowedOrigins as browsers write them, in lower case and without the usual port; empty: our own page only
 * @param pageUrl the page people are led back to
 */
public record Embedding(
        List<String> allowedOrigins, @Nullable String pageUrl) {
    private static final int MOST_ORIGINS = 50;

    public Embedding {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    static Embedding none() {
        return new Embedding(List.of(), null);
    }

    static Embedding read(Fields group, boolean localhostWelcome) {
        var embedding = new Embedding(
                origins(group, localhostWelcome),
                pageUrl(group, localhostWelcome).orElse(null));
        group.refuseUnknown();
        return embedding;
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("allowedOrigins", allowedOrigins);
        if (pageUrl != null) {
            tree.put("pageUrl", pageUrl);
        }
        return tree;
    }

    private static List<String> origins(Fields group, boolean localhostWelcome) {
        var items = group.items("allowedOrigins");
        if (items.size() > MOST_ORIGINS) {
            group.refuse("allowedOrigins", "too_many", "This takes " + MOST_ORIGINS + " origins at most.");
            return List.of();
        }
        var origins = new LinkedHashSet<String>();
        for (var index = 0; index < items.size(); index++) {
            origin(items.get(index), localhostWelcome)
                    .ifPresentOrElse(origins::add, refusal(group, "allowedOrigins[" + index + "]", localhostWelcome));
        }
        return List.copyOf(origins);
    }

    // A frame-ancestors source knows no IPv6 address and no final dot, so such an origin could never match.
    private static Optional<String> origin(@Nullable Object item, boolean localhostWelcome) {
        return item instanceof String text && !text.endsWith(".") && !text.contains(".:")
                ? WebAddress.parse(text)
                        .filter(address ->
                                address.rest().isEmpty() && !address.host().startsWith("["))
                        .filter(address -> welcome(address, localhostWelcome))
                        .map(WebAddress::origin)
                : Optional.empty();
    }

    private static Runnable refusal(Fields group, String path, boolean localhostWelcome) {
        return () -> group.refuse(
                path,
                "invalid",
                "This must be an exact origin such as https://www.example.com, without a path or a wildcard"
                        + (localhostWelcome ? "; here also http://localhost:8080." : "."));
    }

    private static Optional<String> pageUrl(Fields group, boolean localhostWelcome) {
        var page = group.text("pageUrl");
        page.filter(text -> WebAddress.parse(text)
                        .filter(address -> welcome(address, localhostWelcome))
                        .isEmpty())
                .ifPresent(wrong -> group.refuse(
                        "pageUrl", "invalid", "This must be a web address that begins with https://, in ASCII."));
        return page;
    }

    private static boolean welcome(WebAddress address, boolean localhostWelcome) {
        return address.encrypted() || (localhostWelcome && address.host().equals("localhost"));
    }
}
