package foyer.event;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A part of the recording that viewers find by its name.
 *
 * @param starts milliseconds from the beginning
 */
public record Chapter(long starts, String title) {
    /** By the API's names, which are those of Vimeo's SDK. */
    public Map<String, Object> view() {
        return Map.of("startTime", seconds(), "title", title);
    }

    /** Whole ones without a point, as everybody writes them. */
    private Object seconds() {
        return starts % 1000 == 0
                ? (Object) (starts / 1000)
                : BigDecimal.valueOf(starts, 3).stripTrailingZeros();
    }
}
