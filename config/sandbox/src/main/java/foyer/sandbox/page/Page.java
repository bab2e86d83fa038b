package foyer.sandbox.page;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The frame around the sandbox's own pages: it says on each that this is a stand-in. */
public final class Page {
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s · Foyer sandbox</title>
              <link rel="stylesheet" href="/assets/sandbox.css">
              <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
            </head>
            <body>
            <p class="notice">Stand-in. Nothing here is real: no letter is sent, no cloud is used, no money moves.</p>
            <header><a class="brand" href="/">Foyer sandbox</a>
              <nav><a href="/">Overview</a> <a href="/mail">Mailbox</a> <a href="/health">Health</a></nav></header>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    private Page() {}

    /** @param body HTML, with whatever comes from outside already escaped */
    public static Answer of(String title, String body) {
        return Answer.html(FRAME.formatted(Html.escape(title), body))
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; frame-src 'self'; "
                                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    public static void addAssetsTo(Routes routes) {
        routes.on("GET", "/assets/*", Page::asset);
    }

    private static Answer asset(Request request) throws IOException {
        var name = request.path().substring(request.path().lastIndexOf('/') + 1);
        var type = name.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml";
        try (var file = open(name).orElseThrow(() -> Refusal.notFound(request.path()))) {
            return Answer.of(200, type, file.readAllBytes()).with("Cache-Control", "no-cache");
        }
    }

    private static Optional<InputStream> open(String name) {
        return name.matches("[a-z]+\\.(css|svg)")
                ? Optional.ofNullable(Page.class.getResourceAsStream(name))
                : Optional.empty();
    }
}
