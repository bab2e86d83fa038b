package foyer.media.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Begins the feeds of a channel, one after the other, all on one ladder. */
final class FeedMaker {
    // Encoders are let go sooner than that when nobody takes what they send, and come back.
    private static final Duration STUCK = Duration.ofSeconds(20);

    private final LocalSettings settings;
    private final int rungs;
    private final Programs programs;
    private final Clock clock;
    private final ChannelNotes notes;
    private final Path plays;
    private final Feeds feeds = new Feeds();

    /**
     * @param rungs how many sizes there are at the most
     * @param plays where each rendition has a folder of its own
     */
    FeedMaker(LocalSettings settings, int rungs, Programs programs, Clock clock, ChannelNotes notes, Path plays) {
        this.settings = settings;
        this.rungs = rungs;
        this.programs = programs;
        this.clock = clock;
        this.notes = notes;
        this.plays = plays;
    }

    /** Of what comes from now on. */
    FeedMaking begin(LiveInput input) throws IOException {
        var ladder = notes.ladder().orElseGet(() -> notes.keep(LiveLadder.of(input, rungs)));
        var feed = notes.begin(beginning());
        var encoding = new LiveEncoding(settings.ffmpeg(), settings.threads(), input, ladder, plays, feed.name());
        encoding.folders().forEach(Disk::folder);
        var complaints = notes.folder().resolve("encode.log");
        var process = programs.begin(encoding.command(), ProcessBuilder.Redirect.to(complaints.toFile()));
        return new FeedMaking(feed.name(), process, complaints, STUCK);
    }

    // Clocks may be set back, and encoders may send faster than it is shown: what follows never begins before.
    private Instant beginning() {
        var now = clock.instant();
        var before = feeds.of(notes, plays);
        if (before.isEmpty()) {
            return now;
        }
        var end = before.get(before.size() - 1).endsAt();
        return end.isAfter(now) ? end : now;
    }
}
