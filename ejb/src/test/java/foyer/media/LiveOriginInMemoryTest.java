package foyer.media;

import foyer.media.ingest.SrtCall;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;

class LiveOriginInMemoryTest implements LiveOriginContract {
    private final SettableClock clock = new SettableClock();
    private final LiveOriginInMemory origin = new LiveOriginInMemory(clock);

    @Override
    public LiveOrigin origin() {
        return origin;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pause() {
        clock.pass(Duration.ofMillis(100));
    }

    @Override
    public Encoder push(Ingest ingest) {
        origin.push(ingest.streamKey());
        return () -> origin.leave(ingest.streamKey());
    }

    @Override
    public Encoder listen(SrtCall call) {
        origin.listen(call);
        return () -> origin.hangUp(call);
    }

    @Override
    public boolean plays(Broadcast broadcast) {
        return origin.plays(broadcast);
    }

    @Override
    public boolean hasEnded(Broadcast broadcast) {
        return origin.hasEnded(broadcast);
    }

    @Override
    public boolean plays(Broadcast broadcast, RecordingId recording) {
        return origin.has(recording);
    }
}
