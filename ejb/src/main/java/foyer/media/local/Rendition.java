package foyer.media.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the sizes that a recording is made in.
 *
 * @param kilobits a second, at most
 */
record Rendition(String name, int width, int height, int kilobits) {
    /** The rungs of the ladder, by the box that each fits into when the picture is wider than high. */
    private static final List<Rendition> LADDER = List.of(
            new Rendition("1080p", 1920, 1080, 5_000),
            new Rendition("720p", 1280, 720, 3_000),
            new Rendition("540p", 960, 540, 1_800),
            new Rendition("360p", 640, 360, 800),
            new Rendition("240p", 426, 240, 400));

    /** The largest first, and none larger than the source; a source smaller than all of them has its own size. */
    static List<Rendition> ladder(Source source) {
        var fit = LADDER.stream()
                .flatMap(rung -> rung.fitted(source.width(), source.height()))
                .toList();
        return fit.isEmpty() ? List.of(new Rendition("240p", even(source.width()), even(source.height()), 400)) : fit;
    }

    private Stream<Rendition> fitted(int sourceWidth, int sourceHeight) {
        var lying = sourceWidth >= sourceHeight;
        var boxWidth = lying ? width : height;
        var boxHeight = lying ? height : width;
        var scale = Math.min((double) boxWidth / sourceWidth, (double) boxHeight / sourceHeight);
        return scale > 1
                ? Stream.empty()
                : Stream.of(new Rendition(name, even(sourceWidth * scale), even(sourceHeight * scale), kilobits));
    }

    // H.264 in 4:2:0 has no odd sizes.
    private static int even(double size) {
        return Math.max(2, (int) Math.round(size / 2) * 2);
    }
}
