package foyer.media.local;

import foyer.media.BroadcastRef;
import foyer.media.CannotMake;
import foyer.media.Harvested;
import foyer.media.RecordingId;
import foyer.media.Trouble;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes recordings of what was live, one after the other, while whoever asked goes on. What plays appears as a whole or not at all. */
final class Harvests implements AutoCloseable {
    private static final Journal JOURNAL = Journal.of(Harvests.class);

    private final LocalSettings settings;
    private final Programs programs;
    private final Feeds feeds = new Feeds();
    private final Map<RecordingId, Begun> begun = new ConcurrentHashMap<>();
    private final Set<RecordingId> leftOff = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> Daemons.named("live-harvest", work));

    private record Begun(BroadcastRef broadcast, CompletableFuture<Harvested> work) {}

    Harvests(LocalSettings settings, Programs programs) {
        this.settings = settings;
        this.programs = programs;
    }

    /** What came of it, or that it is under way, which begins with the first call. */
    Harvested of(BroadcastRef broadcast, Instant from, Instant until, RecordingId into) {
        var published = shelves().published(broadcast.event(), into);
        if (Disk.isFolder(published)) {
            begun.remove(into);
            return done(published);
        }
        var work = begun.computeIfAbsent(
                into,
                once -> new Begun(
                        broadcast,
                        CompletableFuture.supplyAsync(() -> made(broadcast, from, until, into, published), worker)));
        if (!work.work.isDone()) {
            return new Harvested.Running();
        }
        begun.remove(into);
        return work.work.join();
    }

    /** The channel goes on: what was begun of it and nobody has asked for since does not appear. */
    void leaveOff(BroadcastRef broadcast) {
        begun.forEach((into, one) -> {
            if (one.broadcast.equals(broadcast)) {
                leftOff.add(into);
                // Behind what is under way, which may be this.
                worker.execute(() -> removeWhatIsLeft(broadcast, into));
                begun.remove(into);
            }
        });
    }

    private void removeWhatIsLeft(BroadcastRef broadcast, RecordingId into) {
        try {
            Disk.isMoved(shelves().published(broadcast.event(), into), shelves().leaving(into));
            Disk.remove(shelves().leaving(into));
        } catch (RuntimeException failing) {
            JOURNAL.warn(
                    "What was begun of a recording cannot be removed.", Map.of("recordingId", into.value()), failing);
        } finally {
            leftOff.remove(into);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private Harvested made(BroadcastRef broadcast, Instant from, Instant until, RecordingId into, Path published) {
        try {
            return tried(broadcast, from, until, into, published);
        } catch (CannotMake refused) {
            return new Harvested.Failed(Complaint.onHarvesting(refused.trouble()));
        } catch (LeftOff stopped) {
            return new Harvested.Running();
        } catch (Unavailable failing) {
            return new Harvested.Failed(new Trouble(String.valueOf(failing.getMessage()), true));
        } catch (RuntimeException bug) {
            JOURNAL.alert(
                    "A recording of what was live cannot be made.",
                    Map.of("broadcast", broadcast.id().value()),
                    bug);
            return new Harvested.Failed(new Trouble("This server cannot make a recording of what was live.", true));
        } finally {
            Disk.remove(shelves().staging(into));
        }
    }

    private Harvested tried(BroadcastRef broadcast, Instant from, Instant until, RecordingId into, Path published) {
        var live = LiveShelves.of(settings);
        var notes = live.notes(broadcast);
        var ladder = notes.ladder();
        if (ladder.isEmpty()) {
            return new Harvested.Nothing();
        }
        var came = feeds.of(notes, live.plays(broadcast));
        var extract = LiveExtract.between(came, ladder.get().largest().name(), from, until);
        if (extract.isEmpty()) {
            return new Harvested.Nothing();
        }
        Disk.remove(shelves().staging(into));
        var beside = Disk.folder(shelves().staging(into));
        var folder = Disk.folder(beside.resolve("plays"));
        new Harvest(settings, programs, ladder.get(), extract, live.plays(broadcast), folder, beside).make();
        if (leftOff.contains(into)) {
            throw new LeftOff();
        }
        Disk.isMoved(folder, published);
        return done(published);
    }

    private static Harvested done(Path published) {
        return new Harvested.Done(LocalVodLibrary.lengthOf(published), size(published));
    }

    private static long size(Path folder) {
        return Disk.at(() -> {
            try (var all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile)
                        .mapToLong(file -> Disk.at(() -> Files.size(file)))
                        .sum();
            }
        });
    }

    private Shelves shelves() {
        return Shelves.of(settings);
    }
}
