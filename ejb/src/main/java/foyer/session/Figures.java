package foyer.session;

import foyer.shared.Fields;
import foyer.shared.Ids;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well it plays on one screen, which is one opening of the page: sums since then, so that whatever was lost on its way is
 * in what comes next, and what comes twice or late says nothing new.
 *
 * @param screen chosen at random by the page
 * @param sequence grows with each report of the screen, from 1
 * @param watchedMillis of real time, whatever the speed
 * @param seen which {@link #STRETCH_SECONDS stretches} of the video were seen, be it in part; never changed
 * @param startupMillis from the press to the first picture; less than zero: there was none yet
 * @param stalledMillis of waiting for the picture that nobody asked for, as a jump would
 * @param failed whether an error ended the playing; how many did nobody asks, and a node holds ten thousands of these in memory
 * @param bitrate of what was watched, in bits a second
 * @param origin of the page around; null: there is none, or nobody knows
 * @param lacks what the page around does not allow the frame; never changed
 * @param last whether the page is about to go away
 */
public record Figures(
        String screen,
        int sequence,
        long watchedMillis,
        BitSet seen,
        int startupMillis,
        int stalls,
        long stalledMillis,
        boolean failed,
        int bitrate,
        @Nullable String origin,
        Set<FrameFeature> lacks,
        boolean last) {
    public static final int STRETCH_SECONDS = 10;
    /** How many are told apart: those of a day. What is later in a video is watched and not told apart. */
    public static final int STRETCHES = 24 * 3_600 / STRETCH_SECONDS;

    private static final int SHORTEST_SCREEN = 8;
    private static final int LONGEST_SCREEN = 22;
    private static final int LONGEST_STARTUP_MILLIS = 600_000;
    private static final int MOST = 1_000_000_000;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_ORIGIN = 300;

    /** Empty where none were told; whatever is wrong with them is noted as a finding. */
    static Optional<Figures> read(Fields report) {
        return report.group("figures").map(Figures::of);
    }

    private static Figures of(Fields group) {
        group.require("sequence");
        return new Figures(
                screen(group),
                whole(group, "sequence", 1, MOST, 1),
                millis(group, "watched"),
                seen(group),
                whole(group, "startup", 0, LONGEST_STARTUP_MILLIS, -1),
                whole(group, "stalls", 0, MOST, 0),
                millis(group, "stalled"),
                whole(group, "errors", 0, MOST, 0) > 0,
                whole(group, "bitrate", 0, MOST, 0),
                group.text("origin")
                        .filter(origin -> origin.length() <= LONGEST_ORIGIN)
                        .orElse(null),
                lacks(group),
                group.truth("last").orElse(false));
    }

    // Whatever is none of them is let by, for screens are of various ages.
    private static Set<FrameFeature> lacks(Fields group) {
        if (!group.has("lacks")) {
            return Set.of();
        }
        var lacks = EnumSet.noneOf(FrameFeature.class);
        group.texts("lacks").forEach(name -> FrameFeature.of(name).ifPresent(lacks::add));
        return Collections.unmodifiableSet(lacks);
    }

    private static String screen(Fields group) {
        group.require("screen");
        var screen = group.text("screen").orElse("");
        if (group.has("screen") && !isName(screen)) {
            group.refuse("screen", "invalid", "This must be 8 to 22 letters, digits, dashes and underscores.");
        }
        return screen;
    }

    private static boolean isName(String screen) {
        return screen.length() >= SHORTEST_SCREEN && screen.length() <= LONGEST_SCREEN && Ids.inBase64Url(screen);
    }

    private static int whole(Fields group, String name, int least, int most, int otherwise) {
        var number = group.wholeNumber(name).orElse((long) otherwise);
        if (number != otherwise && (number < least || number > most)) {
            group.refuse(name, "out_of_range", "This must be from " + least + " to " + most + ".");
            return otherwise;
        }
        return number.intValue();
    }

    private static long millis(Fields group, String name) {
        var millis = Seconds.millis(group.number(name).orElse(BigDecimal.ZERO));
        if (millis.isEmpty()) {
            group.refuse(name, "out_of_range", "This is in seconds, zero or more.");
        }
        return millis.orElse(0);
    }

    private static BitSet seen(Fields group) {
        var seen = new BitSet();
        var parts = group.items("seen");
        if (parts.size() > MOST_PARTS) {
            group.refuse("seen", "too_many", "This takes " + MOST_PARTS + " parts at most.");
            return seen;
        }
        for (var index = 0; index < parts.size(); index++) {
            see(group, index, parts.get(index), seen);
        }
        return seen;
    }

    // Parts that overlap are one: they set the same bits.
    private static void see(Fields group, int index, @Nullable Object part, BitSet seen) {
        if (part instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Number first
                && pair.get(1) instanceof Number second) {
            var from = Seconds.millis(decimal(first));
            var to = Seconds.millis(decimal(second));
            if (from.isEmpty() || to.isEmpty()) {
                refuse(group, index, "out_of_range", "This is in seconds, zero or more.");
            } else if (to.getAsLong() < from.getAsLong()) {
                refuse(group, index, "out_of_range", "This must not end before it begins.");
            } else if (to.getAsLong() > from.getAsLong()) {
                seen.set(stretch(from.getAsLong()), Math.min(STRETCHES, stretch(to.getAsLong() - 1) + 1));
            }
        } else {
            refuse(group, index, "wrong_type", "This must be a beginning and an end, both in seconds.");
        }
    }

    // Its name is made here only: each heartbeat has some parts, and next to none is refused.
    private static void refuse(Fields group, int index, String code, String message) {
        group.refuse("seen[" + index + "]", code, message);
    }

    private static int stretch(long millis) {
        return (int) Math.min(STRETCHES, millis / (STRETCH_SECONDS * 1_000));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }
}
