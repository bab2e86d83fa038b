package foyer.media;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Where there are no live channels, and it is said why. */
public final class NoChannels implements LiveOrigin {
    private final String words;

    public NoChannels(String words) {
        this.words = words;
    }

    @Override
    public Optional<String> lacking() {
        return Optional.of(words);
    }

    @Override
    public void provision(Broadcast broadcast) {
        throw none();
    }

    @Override
    public Ingest ingest(Broadcast broadcast) {
        throw none();
    }

    @Override
    public void start(Broadcast broadcast) {
        throw none();
    }

    @Override
    public void stop(Broadcast broadcast) {
        throw none();
    }

    @Override
    public ChannelStatus status(Broadcast broadcast) {
        throw none();
    }

    @Override
    public URI playback(Broadcast broadcast) {
        throw none();
    }

    @Override
    public Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into) {
        throw none();
    }

    @Override
    public void retire(Broadcast broadcast) {
        throw none();
    }

    @Override
    public void retire(BroadcastRef left) {
        throw none();
    }

    @Override
    public Set<BroadcastRef> present() {
        throw none();
    }

    private static IllegalStateException none() {
        return new IllegalStateException("There are no channels.");
    }
}
