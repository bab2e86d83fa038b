package foyer.web.oembed;

import foyer.event.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a page needs to show an event, by the names of oEmbed (oembed.com, 2.3.4.2).
 *
 * @param site where viewers reach this deployment, without a slash at the end
 */
record Frame(Event event, String site, Size size) {

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("version", "1.0");
        tree.put("type", "video");
        tree.put("provider_name", "Foyer");
        tree.put("provider_url", site);
        tree.put("title", event.title());
        tree.put("html", html());
        tree.put("width", size.width());
        tree.put("height", size.height());
        event.thumbnailUrl().ifPresent(poster -> {
            tree.put("thumbnail_url", poster);
            // Its own size is not known; the frame shows it as large as itself.
            tree.put("thumbnail_width", size.width());
            tree.put("thumbnail_height", size.height());
        });
        return tree;
    }

    private String html() {
        return String.format(
                Locale.ROOT,
                "<iframe src=\"%s/embed/%s\" width=\"%d\" height=\"%d\" title=\"%s\" allow=\"autoplay; fullscreen; picture-in-picture\" referrerpolicy=\"strict-origin-when-cross-origin\" loading=\"lazy\" style=\"border:0\"></iframe>",
                site,
                event.id().value(),
                size.width(),
                size.height(),
                Markup.escaped(event.title()));
    }
}
