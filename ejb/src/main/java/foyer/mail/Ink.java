package foyer.mail;

import org.jspecify.annotations.Nullable;

/** The colours of a letter: the organizer's, and on it black or white, whichever reads better (WCAG 2.2, 1.4.3). */
record Ink(String background, String foreground) {
    private static final String OURS = "#1f2937";

    static Ink of(@Nullable String color) {
        var background = color == null ? OURS : color;
        // Black and white contrast equally with a luminance of 0.179.
        return new Ink(background, luminance(background) > 0.179 ? "#000000" : "#ffffff");
    }

    private static double luminance(String color) {
        var digits = color.length() == 4 ? color.substring(1).replaceAll("([0-9a-fA-F])", "$1$1") : color.substring(1);
        var rgb = Integer.parseInt(digits, 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
