package foyer.browser;

import com.microsoft.playwright.Page;
import foyer.whole.Build;
import foyer.whole.NpmPackages;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * Reads playlists as npm's m3u8-parser does, which has no part in writing them.
 *
 * @param page an empty one
 */
record OtherParser(Page page) {
    private static final String READ = """
            text => {
              const parser = new m3u8Parser.Parser();
              parser.push(text);
              parser.end();
              return JSON.stringify(parser.manifest);
            }""";

    static OtherParser on(Page page) {
        var library = NpmPackages.installed(Build.playlistParsers())
                .resolve("node_modules/m3u8-parser/dist/m3u8-parser.min.js");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(library));
        return new OtherParser(page);
    }

    /** As JSON, by the parser's own names. */
    JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(String.valueOf(page.evaluate(READ, text))))) {
            return reader.readObject();
        }
    }
}
