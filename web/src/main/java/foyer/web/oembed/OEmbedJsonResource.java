package foyer.web.oembed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** oEmbed as JSON. */
@Path("oembed.json")
@ApplicationScoped
public class OEmbedJsonResource {
    @Inject
    OEmbed oEmbed;

    @GET
    public Response frame(
            @QueryParam("url") @Nullable String url,
            @QueryParam("maxwidth") @Nullable String maxWidth,
            @QueryParam("maxheight") @Nullable String maxHeight,
            @Context UriInfo asked) {
        return oEmbed.answer(url, maxWidth, maxHeight, Format.JSON, asked);
    }
}
