package foyer.media.local;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder sends, as ffmpeg tells on its standard error.
 *
 * @param picture null: none
 * @param sound such as {@code aac 48000 Hz stereo}; null: none
 */
record LiveInput(@Nullable Picture picture, @Nullable String sound) {
    static final LiveInput NOTHING = new LiveInput(null, null);

    private static final Pattern PICTURE =
            Pattern.compile("Stream #0:\\d+.*?: Video: (\\w+).*?, (\\d{2,5})x(\\d{2,5})\\b(.*)");
    private static final Pattern SOUND =
            Pattern.compile("Stream #0:\\d+.*?: Audio: (\\w+).*?, (\\d{4,6}) Hz, ([\\w.]+).*");
    private static final Pattern RATE = Pattern.compile(", ([0-9.]+) fps");
    private static final Pattern PIXEL = Pattern.compile("SAR (\\d+:\\d+)");
    private static final double FASTEST = 30.5;

    /**
     * A moving one.
     *
     * @param width as it is shown, with square pixels; so is the height
     * @param rate pictures a second that are made of it, as ffmpeg takes it: {@code 30000/1001}
     * @param words such as {@code 1920x1080 25 fps h264}
     */
    record Picture(int width, int height, String rate, String words) {}

    /** With what one more line says. */
    LiveInput and(String line) {
        var seen = PICTURE.matcher(line);
        if (picture == null && seen.find()) {
            return new LiveInput(picture(seen), sound);
        }
        var heard = SOUND.matcher(line);
        if (sound == null && heard.find()) {
            return new LiveInput(picture, heard.group(1) + " " + heard.group(2) + " Hz " + heard.group(3));
        }
        return this;
    }

    /** Pictures a second that are made of it. */
    String rate() {
        return picture == null ? "25" : picture.rate();
    }

    /** Whether there is nothing that could be shown or heard. */
    boolean isEmpty() {
        return picture == null && sound == null;
    }

    private static Picture picture(Matcher seen) {
        var width = Integer.parseInt(seen.group(2));
        var height = Integer.parseInt(seen.group(3));
        var told = RATE.matcher(seen.group(4));
        var rate = told.find() ? told.group(1) : "";
        var words = width + "x" + height + (rate.isEmpty() ? "" : " " + rate + " fps") + " " + seen.group(1);
        return new Picture((int) Math.round(width * pixel(seen.group(4))), height, whole(rate), words);
    }

    private static double pixel(String rest) {
        var told = PIXEL.matcher(rest);
        var ratio = told.find() ? Source.quotient(told.group(1).replace(':', '/')) : 1;
        return ratio > 0.1 && ratio < 10 ? ratio : 1;
    }

    // ffmpeg rounds what it tells. Twice as many pictures as thirty would cost twice as much: every other one is left
    // out.
    private static String whole(String told) {
        var rate = Source.quotient(told);
        if (rate < 1) {
            return "25";
        }
        var taken = rate > FASTEST ? Math.min(rate / 2, 30) : rate;
        for (var film : new int[] {24, 30}) {
            if (Math.abs(taken - film * 1000 / 1001.0) < 0.006) {
                return film * 1000 + "/1001";
            }
        }
        return String.format(Locale.ROOT, "%.2f", taken).replaceFirst("\\.?0+$", "");
    }
}
