package foyer.media.local;

import foyer.media.InputHealth;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An encoder that came in, and whom it speaks to. */
final class LiveSeat implements RtmpDoor.Guest {
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(20);

    private final Ear ear;
    private final Consumer<LiveSeat> leaving;
    private final BitMeter meter = new BitMeter(System::nanoTime);
    private volatile @Nullable LiveInput input;

    /** @param leaving told once it has left */
    LiveSeat(Ear ear, Consumer<LiveSeat> leaving) {
        this.ear = ear;
        this.leaving = leaving;
    }

    @Override
    public int port() {
        return ear.port();
    }

    @Override
    public void bytes(long count) {
        meter.add(count);
    }

    @Override
    public void heard(LiveTrack track) {
        meter.heard(track);
    }

    @Override
    public void left() {
        leaving.accept(this);
    }

    /** Whether it is this one that hears it. */
    boolean speaksTo(Ear other) {
        return ear == other;
    }

    /** Whether it got as far as to be understood. */
    boolean isKnown() {
        return ear.isKnown();
    }

    /** This is what it sends. */
    void know(LiveInput known) {
        input = known;
    }

    InputHealth health() {
        return LiveHealth.of(meter, input);
    }

    /** Whether nothing comes of it any more, or nothing that is understood. */
    boolean leadsNowhere() {
        var isUnknown = !ear.isKnown() && meter.age().compareTo(UNKNOWN_FOR) > 0;
        return isUnknown || meter.silence().compareTo(LiveHealth.GONE) > 0;
    }

    /** Nobody hears it any more. */
    void end() {
        ear.close();
    }
}
