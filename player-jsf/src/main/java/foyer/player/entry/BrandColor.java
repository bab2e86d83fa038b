package foyer.player.entry;

import java.util.Locale;

/**
 * A colour that buttons are painted in, whichever an organiser chose.
 *
 * @param red 0 to 255, as green and blue
 */
record BrandColor(int red, int green, int blue) {

    /** @param hex as CSS writes it: {@code #0a7} or {@code #00aa77} */
    static BrandColor of(String hex) {
        var digits = hex.substring(1);
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        var value = Integer.parseInt(digits, 16);
        return new BrandColor(value >> 16, value >> 8 & 0xff, value & 0xff);
    }

    String css() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** What is written on it: black or white, whichever stands out more. One of them always does by 4.5 to 1 and more. */
    String ink() {
        return contrast(luminance(), 1) >= contrast(0, luminance()) ? "#fff" : "#000";
    }

    /** By WCAG 2.2's formula, 0 to 1. */
    private double luminance() {
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    }

    private static double contrast(double darker, double lighter) {
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double channel(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
