package foyer.media;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Recordings noted as long as the test runs. */
public class RecordingsInMemory implements Recordings {
    private final Map<RecordingId, Recording> recordings = new ConcurrentHashMap<>();
    private Runnable meanwhile = () -> {};

    /** This happens just before the next change is written. */
    void beforeTheNextChange(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public Optional<Recording> find(EventId event, RecordingId id) {
        return Optional.ofNullable(recordings.get(id))
                .filter(found -> found.event().equals(event));
    }

    @Override
    public List<Recording> of(EventId event) {
        return recordings.values().stream()
                .filter(recording -> recording.event().equals(event))
                .sorted(Comparator.comparing(Recording::createdAt).reversed())
                .toList();
    }

    @Override
    public void add(Recording recording) {
        var there = recordings.putIfAbsent(recording.id(), recording);
        if (there != null && !there.equals(recording)) {
            throw new VersionConflict("recording");
        }
    }

    @Override
    public void replace(Recording before, Recording after) {
        var happening = meanwhile;
        meanwhile = () -> {};
        happening.run();
        recordings.compute(before.id(), (id, there) -> {
            if (there == null || there.version() != before.version()) {
                throw new VersionConflict("recording");
            }
            return after;
        });
    }

    @Override
    public Alongside noting(@Nullable Recording before, Recording after) {
        return new AlongsideInMemory(
                () -> {
                    var there = recordings.get(after.id());
                    if (before == null ? there != null : there == null || there.version() != before.version()) {
                        throw new VersionConflict("recording");
                    }
                },
                () -> recordings.put(after.id(), after));
    }

    @Override
    public void remove(Recording recording) {
        recordings.remove(recording.id());
    }

    @Override
    public List<Recording> due(Instant now, int most) {
        return recordings.values().stream()
                .filter(recording ->
                        recording.due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(recording -> recording.due().orElseThrow()))
                .limit(most)
                .toList();
    }
}
