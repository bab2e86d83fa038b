package foyer.player.assets;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /embed.js}, {@code /embed.mjs} and {@code /embed.d.ts}: what partners' pages name for years, at addresses
 * that stay, so browsers ask from time to time whether there is a newer one.
 */
public class ScriptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";
    private static final Map<String, String> PUBLISHED =
            Map.of("/embed.js", "/embed.js", "/embed.mjs", "/embed-module.js", "/embed.d.ts", "/embed.d.ts");

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
        var name = PUBLISHED.getOrDefault(request.getServletPath(), "");
        var folder = Publication.folder();
        var encodings = Encoding.takenBy(request.getHeader("Accept-Encoding"));
        var found = publication().find("/" + folder + name, encodings);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        found.get().send(request, response, name, folder + "-", AN_HOUR);
    }

    private Publication publication() {
        if (publication == null) {
            throw new IllegalStateException("Asked before it was started.");
        }
        return publication;
    }
}
