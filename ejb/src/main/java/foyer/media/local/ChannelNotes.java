package foyer.media.local;

import foyer.media.BroadcastRef;
import foyer.media.rendition.Rendition;
import foyer.shared.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What has to be known of a channel for longer than a server runs: that there is one, what it was made of, when each feed began, and
 * whether it was stopped.
 *
 * @param folder of its own
 */
record ChannelNotes(Path folder, BroadcastRef broadcast) {
    private static final String EVENT = "event";
    private static final String LADDER = "ladder";
    private static final String FEEDS = "feeds";
    private static final String OVER = "over";

    /** A feed that was begun. */
    record Begun(String name, Instant at) {}

    boolean there() {
        return Files.exists(folder.resolve(EVENT));
    }

    void make() {
        Disk.folder(folder);
        write(EVENT, broadcast.event().value());
    }

    /** Whose channel it is, of which this is the folder. */
    static Optional<String> eventOf(Path folder) {
        return lines(folder.resolve(EVENT)).stream().filter(Ids::wellFormed).findFirst();
    }

    /** What its first picture was made in, and so all others are; empty: none came. */
    Optional<LiveLadder> ladder() {
        var lines = lines(folder.resolve(LADDER));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveLadder(
                        lines.stream().skip(1).map(ChannelNotes::rendition).toList(), lines.get(0)));
    }

    LiveLadder keep(LiveLadder ladder) {
        var lines = ladder.rungs().stream()
                .map(rung -> String.format(
                        Locale.ROOT, "%s %d %d %d\n", rung.name(), rung.width(), rung.height(), rung.kilobits()))
                .toList();
        write(LADDER, ladder.rate() + "\n" + String.join("", lines));
        return ladder;
    }

    /** In order. */
    List<Begun> feeds() {
        var feeds = new ArrayList<Begun>();
        for (var line : lines(folder.resolve(FEEDS))) {
            feeds.add(new Begun(
                    String.format(Locale.ROOT, "feed-%04d", feeds.size() + 1),
                    Instant.ofEpochMilli(Long.parseLong(line.strip()))));
        }
        return feeds;
    }

    /** One more. */
    Begun begin(Instant at) {
        Disk.at(() -> Files.writeString(
                folder.resolve(FEEDS), at.toEpochMilli() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        var feeds = feeds();
        return feeds.get(feeds.size() - 1);
    }

    /** Since when no more comes; empty: some may. */
    Optional<Instant> over() {
        return Files.exists(folder.resolve(OVER))
                ? Optional.of(lines(folder.resolve(OVER)).stream()
                        .findFirst()
                        .map(line -> Instant.ofEpochMilli(Long.parseLong(line.strip())))
                        .orElse(Instant.EPOCH))
                : Optional.empty();
    }

    /** No more will come; said twice, the first holds. */
    void end(Instant at) {
        if (over().isEmpty()) {
            write(OVER, at.toEpochMilli() + "\n");
        }
    }

    /** Some will again. */
    void goOn() {
        Disk.remove(folder.resolve(OVER));
    }

    /** What came so far was another picture, of which nothing holds for what comes. */
    void turnOver() {
        Disk.remove(folder.resolve(LADDER));
    }

    private void write(String name, String text) {
        var beside = folder.resolve(name + ".new");
        Disk.at(() -> Files.writeString(beside, text));
        Disk.isMoved(beside, folder.resolve(name));
    }

    private static Rendition rendition(String line) {
        var parts = line.split(" ", -1);
        return new Rendition(
                parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
    }

    private static List<String> lines(Path file) {
        return Disk.at(() -> linesOf(file));
    }

    private static List<String> linesOf(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
