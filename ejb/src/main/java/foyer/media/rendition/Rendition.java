package foyer.media.rendition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the sizes that a recording is made in.
 *
 * @param width pixels, as the height; both even, for H.264 in 4:2:0 has no odd sizes
 * @param kilobits a second, at most
 */
public record Rendition(String name, int width, int height, int kilobits) {
    /** The rungs of the ladder, by the box that each fits into when the picture is wider than high. */
    private static final List<Rendition> LADDER = List.of(
            new Rendition("1080p", 1920, 1080, 5_000),
            new Rendition("720p", 1280, 720, 3_000),
            new Rendition("540p", 960, 540, 1_800),
            new Rendition("360p", 640, 360, 800),
            new Rendition("240p", 426, 240, 400));

    private static final int LEAST = 2;

    /** The largest first, and none larger than the source; a source smaller than all of them has its own size. */
    public static List<Rendition> ladder(int sourceWidth, int sourceHeight) {
        var fit = LADDER.stream()
                .flatMap(rung -> rung.fitted(sourceWidth, sourceHeight))
                .toList();
        var smallest = LADDER.get(LADDER.size() - 1);
        return fit.isEmpty() ? List.of(smallest.sized(sourceWidth, sourceHeight, 1)) : fit;
    }

    /**
     * A ladder's smaller rungs.
     *
     * @param largest how many of the largest are left out; one rung is always left
     */
    public static List<Rendition> without(int largest, List<Rendition> ladder) {
        return ladder.subList(Math.min(largest, ladder.size() - 1), ladder.size());
    }

    /** Those of all rungs, the largest first. */
    public static Set<String> names() {
        return LADDER.stream().map(Rendition::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same, where an encoder takes no picture that is less wide or high than this. */
    public Rendition atLeast(int pixels) {
        return new Rendition(name, Math.max(pixels, width), Math.max(pixels, height), kilobits);
    }

    private Stream<Rendition> fitted(int sourceWidth, int sourceHeight) {
        var lying = sourceWidth >= sourceHeight;
        var boxWidth = lying ? width : height;
        var boxHeight = lying ? height : width;
        var scale = Math.min((double) boxWidth / sourceWidth, (double) boxHeight / sourceHeight);
        return scale > 1 ? Stream.empty() : Stream.of(sized(sourceWidth, sourceHeight, scale));
    }

    private Rendition sized(int sourceWidth, int sourceHeight, double scale) {
        return new Rendition(name, even(sourceWidth, scale), even(sourceHeight, scale), kilobits);
    }

    private static int even(int source, double scale) {
        return Math.max(LEAST, Math.min((int) Math.round(source * scale / 2) * 2, source / 2 * 2));
    }
}
