package foyer.player.assets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers {@code /assets/…}: the smallest form the browser takes, to be kept for good, for its address names its content. */
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @SuppressWarnings("serial") // The container makes servlets anew and never stores them.
    private @Nullable Publication publication;

    @Override
    public void init() {
        var context = getServletContext();
        publication =
                new Publication(Publication.folder(), path -> context.getResourceAsStream("/WEB-INF/assets" + path));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = String.valueOf(request.getPathInfo());
        var encodings = Encoding.takenBy(request.getHeader("Accept-Encoding"));
        var found = publication().find(path, encodings);
        if (found.isEmpty()) {
            // Not to be kept: the same address may be there on the next node, in the middle of an update.
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // The address names the content already, so the tag needs to tell the forms apart only.
        found.get().send(request, response, path, "", FOREVER);
    }

    private Publication publication() {
        if (publication == null) {
            throw new IllegalStateException("Asked before it was started.");
        }
        return publication;
    }
}
