package foyer.media.local;

import foyer.event.EventId;
import foyer.media.BroadcastId;
import foyer.media.BroadcastRef;
import foyer.shared.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where live things are in the folder. What plays lies in {@code eventId/live/broadcastId}; what is known of it below {@code .live},
 * which is no event's id and so never delivered.
 */
record LiveShelves(Path root) {
    private static final String FOLDER = "live";

    static LiveShelves of(LocalSettings settings) {
        return new LiveShelves(Shelves.of(settings).root());
    }

    /** Segments, each rendition's in a folder of its own, and in that one for each feed. */
    Path plays(BroadcastRef broadcast) {
        return root.resolve(broadcast.event().value())
                .resolve(FOLDER)
                .resolve(broadcast.id().value());
    }

    ChannelNotes notes(BroadcastRef broadcast) {
        return new ChannelNotes(backstage().resolve(broadcast.id().value()), broadcast);
    }

    /** What is being removed. */
    Path leaving() {
        return backstage().resolve(".leaving");
    }

    /** All channels that there are. */
    Set<BroadcastRef> all() {
        if (!Disk.isFolder(backstage())) {
            return Set.of();
        }
        return Disk.at(() -> {
            var all = new HashSet<BroadcastRef>();
            try (var channels = Files.newDirectoryStream(backstage())) {
                channels.forEach(channel -> named(channel).ifPresent(all::add));
            }
            return all;
        });
    }

    private static Optional<BroadcastRef> named(Path folder) {
        var id = String.valueOf(folder.getFileName());
        return Ids.wellFormed(id)
                ? ChannelNotes.eventOf(folder).map(event -> new BroadcastRef(new EventId(event), new BroadcastId(id)))
                : Optional.empty();
    }

    private Path backstage() {
        return root.resolve(".live");
    }
}
