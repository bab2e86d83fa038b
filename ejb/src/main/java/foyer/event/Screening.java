package foyer.event;

import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gives events a picture and takes it off again, on behalf of what makes pictures. Archived events keep what they have. */
@ApplicationScoped
public class Screening {
    private static final int ATTEMPTS = 10;

    @Inject
    Events events;

    @Inject
    RecentEvents recent;

    @Inject
    Clock clock;

    /**
     * From now on the event plays this; its poster stays, if it has one of its own and not another recording's. Nothing happens
     * where there is no such event.
     */
    public void show(EventId id, String manifestUrl, String thumbnailUrl) {
        change(id, video -> video.showing(manifestUrl, thumbnailUrl));
    }

    /** The same for a picture without a poster. */
    public void show(EventId id, String manifestUrl) {
        change(id, video -> video.showing(manifestUrl));
    }

    /** From now on the event plays this, if it plays {@code before} or nothing: what an organizer chose meanwhile stays. */
    public void showAfter(EventId id, String before, String manifestUrl, String thumbnailUrl) {
        change(
                id,
                video -> video.plays(before) || video.manifestUrl() == null
                        ? video.showing(manifestUrl, thumbnailUrl)
                        : video);
    }

    /**
     * From now on the event plays this, if it plays {@code before}; its poster stays.
     *
     * @param before null: nothing
     * @param manifestUrl null: nothing
     */
    public void showInstead(EventId id, @Nullable String before, @Nullable String manifestUrl) {
        change(id, video -> Objects.equals(video.manifestUrl(), before) ? video.showing(manifestUrl) : video);
    }

    /** The event does not play this any more, nor show its poster; what it has of others stays. */
    public void takeOff(EventId id, String manifestUrl, String thumbnailUrl) {
        change(id, video -> video.without(manifestUrl, thumbnailUrl));
    }

    // Whatever an organizer changed meanwhile stays: the picture is put on what is there then.
    private void change(EventId id, UnaryOperator<Video> decision) {
        for (var attempt = 1; ; attempt++) {
            var before = events.find(id);
            if (before.isEmpty()) {
                return;
            }
            var after = before.get().showing(decision, clock.instant());
            if (after.equals(before.get())) {
                return;
            }
            try {
                events.replace(before.get(), after);
                return;
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            } finally {
                recent.forget(id);
            }
        }
    }
}
