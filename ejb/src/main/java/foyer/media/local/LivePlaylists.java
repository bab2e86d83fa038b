package foyer.media.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.event.EventId;
import foyer.media.Broadcast;
import foyer.media.BroadcastId;
import foyer.media.BroadcastRef;
import foyer.media.delivery.OriginFile;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the playlists of live pictures, which are no files: each time anew, of what has come so far. */
final class LivePlaylists {
    private static final String EXTENSION = ".m3u8";
    private static final String MASTER = "master" + EXTENSION;
    private static final Pattern PATH = Pattern.compile(
            "/([A-Za-z0-9_-]{22})/live/([A-Za-z0-9_-]{22})/(?:(master)|([a-z0-9-]{1,20})/index)\\.m3u8");
    // Many ask for the same at once. It changes every two seconds.
    private static final Duration REMEMBERED = Duration.ofMillis(300);
    private static final int MOST = 200;
    // Players that have read the end do not come back. A stop may be taken back, which is seen to within seconds.
    private static final Duration UNTIL_IT_IS_OVER = Broadcast.SECOND_THOUGHTS.plusSeconds(5);

    private final LocalSettings settings;
    private final Feeds feeds = new Feeds();
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Optional<OriginFile>> told = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    LivePlaylists(LocalSettings settings, Duration window, Clock clock) {
        this.settings = settings;
        this.window = window;
        this.clock = clock;
    }

    /** The playlist at a path; empty: there is none, or not yet, or it is something else. */
    Optional<OriginFile> find(String path) {
        // Most of what is asked for are segments, which need not be compared with all of this.
        if (!path.endsWith(EXTENSION)) {
            return Optional.empty();
        }
        var named = PATH.matcher(path);
        return named.matches() ? told.get(path, asked -> tell(named)) : Optional.empty();
    }

    private Optional<OriginFile> tell(Matcher named) {
        var broadcast = new BroadcastRef(new EventId(named.group(1)), new BroadcastId(named.group(2)));
        var shelves = LiveShelves.of(settings);
        var notes = shelves.notes(broadcast);
        var plays = shelves.plays(broadcast);
        // Whether it is over is asked first: what came until then is told with it.
        var over = notes.over()
                .filter(since -> !clock.instant().isBefore(since.plus(UNTIL_IT_IS_OVER)))
                .isPresent();
        var ladder = notes.ladder();
        var came = feeds.of(notes, plays);
        if (ladder.isEmpty() || came.isEmpty()) {
            return Optional.empty();
        }
        if (named.group(3) != null) {
            var first = came.get(0).name();
            return Optional.of(file(MASTER, new LiveMaster(ladder.get(), plays, first).text()));
        }
        var rendition = named.group(4);
        if (!ladder.get().folders().contains(rendition)) {
            return Optional.empty();
        }
        var playlist = new ToldLive(came, ladder.get().largest().name(), window, over).of(rendition);
        return Optional.of(file("index.m3u8", new MediaPlaylistParser().writePlaylistAsString(playlist)));
    }

    private OriginFile file(String name, String text) {
        return OriginFile.told(name, text.getBytes(StandardCharsets.UTF_8), clock.instant());
    }
}
