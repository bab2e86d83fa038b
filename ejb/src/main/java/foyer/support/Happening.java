package foyer.support;

import foyer.shared.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that happened on a screen.
 *
 * @param detail the state's name, an error's, or a bitrate: words of a program and numbers, in which no address and nobody's name fits
 */
public record Happening(Instant at, What what, String detail) {
    /** State: of the player. Stalled: the picture stands though nobody asked for it. Error: of the engine. Quality: in bits a second. */
    public enum What {
        STATE,
        STALLED,
        ERROR,
        QUALITY
    }

    static final int MOST = 60;
    // A screen without a connection tells it once that is back.
    private static final Duration LONGEST_AGO = Duration.ofHours(1);
    private static final Pattern DETAIL = Pattern.compile("[A-Za-z0-9 .-]{0,60}");

    /** Notes in the report what is wrong with its {@code happenings}. */
    static List<Happening> read(Fields report, Instant now) {
        var read = new ArrayList<Happening>();
        var items = report.items("happenings");
        if (items.size() > MOST) {
            report.refuse("happenings", "too_long", "These are " + MOST + " at most.");
            return read;
        }
        for (var index = 0; index < items.size(); index++) {
            report.group("happenings[" + index + "]", items.get(index))
                    .flatMap(item -> one(item, now))
                    .ifPresent(read::add);
        }
        return read;
    }

    Map<String, Object> view() {
        var view = new LinkedHashMap<String, Object>();
        view.put("at", at.toString());
        view.put("what", Fields.wireName(what));
        view.put("detail", detail);
        return view;
    }

    private static Optional<Happening> one(Fields item, Instant now) {
        item.require("before");
        item.require("what");
        var before = item.wholeNumber("before").orElse(0L);
        if (before < 0 || before > LONGEST_AGO.toMillis()) {
            item.refuse("before", "out_of_range", "This is in milliseconds before the report, an hour at most.");
        }
        var what = item.choice("what", What.class);
        var detail = item.text("detail").orElse("");
        if (!DETAIL.matcher(detail).matches()) {
            item.refuse("detail", "pattern", "These are letters, digits, spaces, dots and dashes, sixty at most.");
        }
        item.refuseUnknown();
        return what.map(known -> new Happening(now.minusMillis(before), known, detail));
    }
}
