package foyer.web.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** A page to browse the API's description, and what it is made of. */
@Path("docs")
@ApplicationScoped
public class DocsResource {
    private static final String PAGE = "index.html";
    private static final Map<String, String> FILES = Map.of(
            PAGE,
            "text/html;charset=UTF-8",
            "docs.js",
            "text/javascript;charset=UTF-8",
            "docs.css",
            "text/css;charset=UTF-8",
            "swagger-ui-bundle.js",
            "text/javascript;charset=UTF-8",
            "swagger-ui.css",
            "text/css;charset=UTF-8");

    // Swagger UI sets styles on elements and shows small pictures it brings along; nothing else is foreign to it.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GET
    public Response page() {
        return file(PAGE);
    }

    @GET
    @Path("{file}")
    public Response file(@PathParam("file") String file) {
        var type = FILES.get(file);
        if (type == null) {
            throw new NotFoundException();
        }
        return Response.ok(bytes(file), type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static byte[] bytes(String file) {
        try (var stream = DocsResource.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
