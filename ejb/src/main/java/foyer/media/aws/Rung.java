package foyer.media.aws;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the sizes that pictures are made in.
 *
 * @param width pixels, as the height; both even, for H.264 in 4:2:0 has no odd sizes
 * @param kilobits a second, at most
 */
record Rung(String name, int width, int height, int kilobits) {
    /** By the box that each fits into when the picture is wider than high. */
    static final List<Rung> LADDER = List.of(
            new Rung("1080p", 1920, 1080, 5_000),
            new Rung("720p", 1280, 720, 3_000),
            new Rung("540p", 960, 540, 1_800),
            new Rung("360p", 640, 360, 800),
            new Rung("240p", 426, 240, 400));

    private static final int SMALLEST = 32;

    /** The largest first, and none larger than the source; a source smaller than all of them has its own size. */
    static List<Rung> ladder(int sourceWidth, int sourceHeight) {
        var fit = LADDER.stream()
                .flatMap(rung -> rung.fitted(sourceWidth, sourceHeight))
                .toList();
        var smallest = LADDER.get(LADDER.size() - 1);
        return fit.isEmpty()
                ? List.of(new Rung(
                        smallest.name,
                        even(sourceWidth, sourceWidth),
                        even(sourceHeight, sourceHeight),
                        smallest.kilobits))
                : fit;
    }

    private Stream<Rung> fitted(int sourceWidth, int sourceHeight) {
        var lying = sourceWidth >= sourceHeight;
        var scale = Math.min(
                (double) (lying ? width : height) / sourceWidth, (double) (lying ? height : width) / sourceHeight);
        return scale > 1
                ? Stream.empty()
                : Stream.of(new Rung(
                        name,
                        even(sourceWidth * scale, sourceWidth),
                        even(sourceHeight * scale, sourceHeight),
                        kilobits));
    }

    // MediaConvert takes none below 32.
    private static int even(double size, int most) {
        return Math.max(SMALLEST, Math.min((int) Math.round(size / 2) * 2, most / 2 * 2));
    }
}
