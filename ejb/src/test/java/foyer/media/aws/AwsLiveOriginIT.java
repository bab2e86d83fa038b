package foyer.media.aws;

import foyer.media.Broadcast;
import foyer.media.Ingest;
import foyer.media.LiveOrigin;
import foyer.media.LiveOriginContract;
import foyer.media.RecordingId;
import foyer.media.ingest.SrtCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The published SDK against stand-ins that verify each request. */
@TestInstance(Lifecycle.PER_CLASS)
class AwsLiveOriginIT implements LiveOriginContract {
    private final LiveHouse house = new LiveHouse();

    @AfterAll
    void moveOut() {
        house.close();
    }

    @Override
    public LiveOrigin origin() {
        return house.origin;
    }

    // Its manifests go back as far as viewers may, whatever that was; see the consequences in docs/adr/0027.
    @Override
    public boolean forgetsRehearsals() {
        return false;
    }

    @Override
    public Instant now() {
        return house.clock.instant();
    }

    @Override
    public void pause() {
        house.clock.pass(Duration.ofSeconds(1));
    }

    @Override
    public Encoder push(Ingest ingest) {
        house.mediaLive.push(ingest.whole());
        return () -> house.mediaLive.leave(ingest.whole());
    }

    @Override
    public Encoder listen(SrtCall call) {
        var address = MediaLiveInput.address(
                ServiceModel.map(ServiceModel.list(call.tree().get("listeners")).get(0)));
        house.mediaLive.push(address);
        return () -> house.mediaLive.leave(address);
    }

    @Override
    public boolean plays(Broadcast broadcast) {
        return house.plays(house.origin, broadcast);
    }

    @Override
    public boolean hasEnded(Broadcast broadcast) {
        return house.hasEnded(house.origin, broadcast);
    }

    @Override
    public boolean plays(Broadcast broadcast, RecordingId recording) {
        return house.plays(broadcast, recording);
    }
}
