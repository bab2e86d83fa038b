package foyer.media.local;

import static java.util.Objects.requireNonNull;

import foyer.media.Broadcast;
import foyer.media.Ingest;
import foyer.media.LiveOrigin;
import foyer.media.LiveOriginContract;
import foyer.media.RecordingId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** With a real encoder and the real ffmpeg. */
class LocalLiveOriginIT implements LiveOriginContract {
    private static final long A_TENTH = 100_000_000L;

    @TempDir
    Path folder;

    private @Nullable LiveHouse lived;

    @BeforeEach
    void moveIn() {
        lived = new LiveHouse(folder);
    }

    @AfterEach
    void moveOut() {
        house().close();
    }

    private LiveHouse house() {
        return requireNonNull(lived);
    }

    @Override
    public LiveOrigin origin() {
        return house().origin;
    }

    @Override
    public Instant now() {
        return house().clock.instant();
    }

    @Override
    public void pause() {
        LockSupport.parkNanos(A_TENTH);
    }

    @Override
    public Encoder push(Ingest ingest) {
        var encoder = house().push(ingest);
        return () -> LiveHouse.kill(encoder);
    }

    @Override
    public boolean plays(Broadcast broadcast) {
        return house().plays(broadcast);
    }

    @Override
    public boolean hasEnded(Broadcast broadcast) {
        var playlists = house().playlists(broadcast).values();
        return !playlists.isEmpty() && playlists.stream().noneMatch(playlist -> playlist.ongoing());
    }

    @Override
    public boolean plays(Broadcast broadcast, RecordingId recording) {
        var plays = house().recorded(broadcast, recording);
        return Files.exists(plays.resolve("master.m3u8")) && Files.exists(plays.resolve(Poster.FILE));
    }
}
