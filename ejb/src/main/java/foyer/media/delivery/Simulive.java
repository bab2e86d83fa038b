package foyer.media.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import foyer.event.Event;
import foyer.media.playback.PlaybackRefusal;
import foyer.media.playback.PlaybackRefused;
import foyer.media.rendition.UnfitPlaylist;
import foyer.shared.Journal;
import foyer.shared.WebAddress;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Delivers a recording as if it were live, from the start of its event on: everybody sees the same second at the same time, nobody sees
 * what is still to come, and when it is over it is a recording.
 */
@Dependent
class Simulive {
    private static final Journal JOURNAL = Journal.of(Simulive.class);
    // Who paused, or is behind for another reason, sees the end by the list that told it.
    private static final Duration AFTERMATH = Duration.ofMinutes(1);
    // A recording may be replaced; until then it is read once a minute.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private final OriginFiles files;
    private final Clock clock;
    private final LoadingCache<String, Timetable> timetables;

    @Inject
    Simulive(OriginFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        var playlists = new Playlists(files);
        this.timetables = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .executor(Runnable::run)
                .build(manifest -> Timetable.of(manifest, playlists.renditionsOf(manifest)));
    }

    /** What lies at a path of the event's recording now. Fails with {@link PlaybackRefused} before it is to be seen. */
    Optional<OriginFile> find(Event event, String path) {
        return event.manifestUrl()
                .flatMap(WebAddress::parse)
                .flatMap(manifest -> find(event, manifest.rest().replaceFirst("[?#].*", ""), path));
    }

    private Optional<OriginFile> find(Event event, String manifest, String path) {
        var start = event.startsAt().toInstant();
        var elapsed = Duration.between(start, clock.instant());
        if (elapsed.isNegative()) {
            throw new PlaybackRefused(PlaybackRefusal.NOT_YET);
        }
        try {
            var timetable = timetables.get(manifest);
            return elapsed.compareTo(timetable.length().plus(AFTERMATH)) >= 0
                    ? files.find(path)
                    : live(timetable, start, elapsed, path);
        } catch (UnfitPlaylist unfit) {
            JOURNAL.warn(
                    "A recording cannot be played as if it were live.",
                    Map.of("event", event.id().value(), "why", String.valueOf(unfit.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<OriginFile> live(Timetable timetable, Instant start, Duration elapsed, String path) {
        var rendition = timetable.playlist(path);
        if (rendition.isPresent()) {
            var now = start.plus(elapsed);
            return Optional.of(told(path, new SimulatedLive(rendition.get(), start, timetable.lead()).at(now), now));
        }
        return timetable.there(path, elapsed) ? files.find(path) : Optional.empty();
    }

    private static OriginFile told(String path, MediaPlaylist playlist, Instant now) {
        var text = new MediaPlaylistParser().writePlaylistAsBytes(playlist);
        var name = path.substring(path.lastIndexOf('/') + 1);
        return OriginFile.told(name, text, now);
    }
}
