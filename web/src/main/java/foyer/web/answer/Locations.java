package foyer.web.answer;

import foyer.shared.SharedSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Makes absolute addresses of what the API holds, as its callers reach it. */
@ApplicationScoped
public class Locations {
    @Inject
    SharedSettings settings;

    /** @param path below the API, as {@code events/x} */
    public URI of(String path, UriInfo request) {
        return of(path, request.getBaseUri(), settings.publicUrl());
    }

    static URI of(String path, URI base, @Nullable URI publicUrl) {
        if (publicUrl == null) {
            return base.resolve(path);
        }
        var site = publicUrl.toString();
        return URI.create((site.endsWith("/") ? site : site + "/") + "api/" + path);
    }
}
