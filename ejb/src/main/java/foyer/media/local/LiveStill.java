package foyer.media.local;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.media.BroadcastRef;
import foyer.media.CannotMake;
import foyer.shared.Caches;
import foyer.shared.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small pictures of what channels show just now, as their organizers look at them: of the newest segment of the smallest rendition. */
final class LiveStill {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int REMEMBERED = 100;

    private final LocalSettings settings;
    private final Programs programs;
    private final Feeds feeds = new Feeds();
    // However many look at a channel, one picture is made for all of them.
    private final Cache<BroadcastRef, Optional<byte[]>> made;

    LiveStill(LocalSettings settings, Programs programs, Clock clock) {
        this.settings = settings;
        this.programs = programs;
        this.made =
                Caches.by(clock).maximumSize(REMEMBERED).expireAfterWrite(FRESH).build();
    }

    /** As JPEG, a few seconds old; empty: nothing came yet, or none could be made. */
    Optional<byte[]> of(BroadcastRef broadcast) {
        return made.asMap().computeIfAbsent(broadcast, this::make);
    }

    private Optional<byte[]> make(BroadcastRef broadcast) {
        var shelves = LiveShelves.of(settings);
        var notes = shelves.notes(broadcast);
        var plays = shelves.plays(broadcast);
        var ladder = notes.ladder();
        var came = feeds.of(notes, plays);
        if (ladder.isEmpty() || came.isEmpty()) {
            return Optional.empty();
        }
        var last = came.get(came.size() - 1);
        var folder = plays.resolve(ladder.get().smallest().name()).resolve(last.name());
        return picture(List.of(folder.resolve(Feed.INITIALIZATION), folder.resolve(Feed.segment(last.count() - 1))));
    }

    // In a folder of its own: the channel's may be on its way out, and is not removed while anything comes into it.
    private Optional<byte[]> picture(List<Path> parts) {
        try {
            var aside = Disk.at(() -> Files.createTempDirectory("foyer-still-"));
            try {
                return picture(parts, aside);
            } finally {
                Disk.remove(aside);
            }
        } catch (CannotMake | LeftOff | Unavailable none) {
            // Nobody depends on it: who looks again is given the next one.
            return Optional.empty();
        }
    }

    private Optional<byte[]> picture(List<Path> parts, Path aside) {
        var moment = aside.resolve("still.mp4");
        var picture = aside.resolve("still.jpg");
        Disk.at(() -> {
            try (var to = Files.newOutputStream(moment)) {
                for (var part : parts) {
                    Files.copy(part, to);
                }
            }
            return moment;
        });
        var status = programs.run(command(moment, picture), aside.resolve("still.log"), LIMIT, line -> true);
        return status == 0 ? Optional.of(Disk.at(() -> Files.readAllBytes(picture))) : Optional.empty();
    }

    private List<String> command(Path moment, Path picture) {
        var command = new ArrayList<String>();
        command.addAll(List.of("nice", "-n", "10", settings.ffmpeg(), "-v", "error", "-nostdin", "-threads", "1"));
        command.addAll(Input.of(moment));
        command.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-map_metadata", "-1", "-q:v", "5"));
        command.addAll(List.of("-update", "1", "-y", picture.toString()));
        return command;
    }
}
