package foyer.event;

import foyer.shared.Fields;
import foyer.shared.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads chapters, which organizers write as a list or as the WebVTT that their tools export. */
final class Chapters {
    private static final String NAME = "chapters";
    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 200;
    private static final BigDecimal A_WEEK = BigDecimal.valueOf(604_800);

    private Chapters() {}

    /** Each begins after the one before. */
    static List<Chapter> read(Fields video) {
        var written = video.any(NAME);
        var chapters =
                written.isPresent() && written.get() instanceof String text ? ofWebVtt(video, text) : ofList(video);
        if (chapters.size() > MOST) {
            video.refuse(NAME, "too_many", "There are " + MOST + " chapters at most.");
        }
        for (var index = 1; index < chapters.size(); index++) {
            if (chapters.get(index).starts() <= chapters.get(index - 1).starts()) {
                video.refuse(NAME + "[" + index + "]", "contradicts", "This begins no later than the one before.");
            }
        }
        return chapters;
    }

    private static List<Chapter> ofList(Fields video) {
        var chapters = new ArrayList<Chapter>();
        var items = video.items(NAME);
        for (var index = 0; index < items.size(); index++) {
            video.group(NAME + "[" + index + "]", items.get(index))
                    .flatMap(Chapters::one)
                    .ifPresent(chapters::add);
        }
        return chapters;
    }

    private static Optional<Chapter> one(Fields item) {
        item.require("startTime");
        item.require("title");
        var start = item.number("startTime");
        var title = Texts.line(item, "title", LONGEST_TITLE);
        item.refuseUnknown();
        if (title.filter(String::isBlank).isPresent()) {
            item.refuse("title", "required", "This must not be blank.");
        }
        if (start.filter(seconds -> seconds.signum() < 0 || seconds.compareTo(A_WEEK) > 0)
                .isPresent()) {
            item.refuse("startTime", "out_of_range", "This takes seconds from the beginning, " + A_WEEK + " at most.");
            return Optional.empty();
        }
        // Finer than a millisecond nobody can point, and WebVTT cannot write.
        return start.flatMap(seconds ->
                title.map(text -> new Chapter(seconds.movePointRight(3).longValue(), text)));
    }

    private static List<Chapter> ofWebVtt(Fields video, String text) {
        var chapters = new ArrayList<Chapter>();
        try {
            chapters.addAll(WebVttChapters.read(text));
        } catch (IllegalArgumentException unreadable) {
            video.refuse(NAME, "invalid", "This is no WebVTT with chapters: " + unreadable.getMessage());
        }
        for (var index = 0; index < chapters.size(); index++) {
            Texts.checkLine(video, NAME + "[" + index + "]", chapters.get(index).title(), LONGEST_TITLE);
        }
        return chapters;
    }
}
