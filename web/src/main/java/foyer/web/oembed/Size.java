package foyer.web.oembed;

import foyer.shared.ValidationFailed;
import org.jspecify.annotations.Nullable;

/** How large a frame is, in pixels: as wide as sixteen to nine. */
record Size(int width, int height) {
    private static final Size USUAL = new Size(640, 360);
    private static final Size LARGEST = new Size(1920, 1080);

    /**
     * The largest within what the caller has room for. Fails with {@link ValidationFailed} for what is no number of pixels.
     *
     * @param maxWidth as it was sent; null: any
     * @param maxHeight likewise
     */
    static Size within(@Nullable String maxWidth, @Nullable String maxHeight) {
        if (maxWidth == null && maxHeight == null) {
            return USUAL;
        }
        var width = pixels("maxwidth", maxWidth, LARGEST.width());
        var height = pixels("maxheight", maxHeight, LARGEST.height());
        var wide = Math.min(width, height * 16 / 9);
        return new Size(Math.max(1, wide), Math.max(1, Math.min(height, Math.round(wide * 9 / 16f))));
    }

    private static int pixels(String name, @Nullable String text, int most) {
        if (text == null) {
            return most;
        }
        if (!text.matches("0*[1-9][0-9]{0,8}")) {
            throw new ValidationFailed(name, "invalid", "This is a number of pixels, 1 or more.");
        }
        return Math.min(most, Integer.parseInt(text));
    }
}
