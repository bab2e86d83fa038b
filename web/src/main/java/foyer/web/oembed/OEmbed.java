package foyer.web.oembed;

import foyer.edge.JsonText;
import foyer.event.AuthType;
import foyer.event.Browsing;
import foyer.shared.SharedSettings;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what oEmbed asks, to any page: it tells no more than the event's own page does. */
@ApplicationScoped
public class OEmbed {
    @Inject
    Browsing browsing;

    @Inject
    SharedSettings settings;

    /**
     * Fails with {@link foyer.shared.NotFound} for an event that the public may not know of, with {@link Unauthenticated} for
     * one that asks its viewers something first: programs link to such a one, and its page lets people in.
     *
     * @param url as it was sent; null where it was not
     */
    Response answer(
            @Nullable String url, @Nullable String maxWidth, @Nullable String maxHeight, Format format, UriInfo asked) {
        var size = Size.within(maxWidth, maxHeight);
        var site = Optional.ofNullable(settings.publicUrl()).orElse(asked.getBaseUri());
        var event = EventAddress.of(url).event(hosts(site, asked.getBaseUri()), browsing);
        if (event.authType() != AuthType.NONE) {
            throw new Unauthenticated("This event asks its viewers something first. Link to its page.");
        }
        var tree = new Frame(event, site.getScheme() + "://" + site.getRawAuthority(), size).tree();
        var body = switch (format) {
            case JSON -> JsonText.of(tree);
            case XML -> Markup.xml(tree).getBytes(StandardCharsets.UTF_8);
        };
        return Response.ok(body, format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static Set<String> hosts(URI... sites) {
        return Stream.of(sites).map(URI::getHost).collect(Collectors.toSet());
    }
}
