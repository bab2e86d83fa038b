package foyer.media.local;

import java.io.IOException;
import java.util.Set;

/** Carries picture and sound from an encoder to ffmpeg. Nothing else reaches it. */
final class RtmpBridge {
    private static final Set<String> FAREWELLS = Set.of("closeStream", "deleteStream");

    private final Metered meter;
    private final RtmpReader from;
    private final RtmpWriter back;
    private final RtmpDoor.Guest guest;
    private long window = 2_500_000;
    private long told;
    private long acknowledged;

    RtmpBridge(Metered meter, RtmpReader from, RtmpWriter back, RtmpDoor.Guest guest) {
        this.meter = meter;
        this.from = from;
        this.back = back;
        this.guest = guest;
    }

    /** Until the encoder says that it leaves; or fails when either side is gone. */
    void carry(FfmpegLine to) throws IOException {
        while (true) {
            var message = from.next();
            switch (message.type()) {
                case RtmpMessage.AUDIO -> {
                    guest.heard(LiveTrack.SOUND);
                    to.write(message);
                }
                case RtmpMessage.VIDEO -> {
                    guest.heard(LiveTrack.PICTURE);
                    to.write(message);
                }
                case RtmpMessage.DATA -> to.write(message);
                case RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE -> window = Integer.toUnsignedLong(message.number());
                default -> {
                    if (isFarewell(message)) {
                        return;
                    }
                }
            }
            tell();
        }
    }

    private static boolean isFarewell(RtmpMessage message) throws IOException {
        return RtmpCommand.in(message)
                .map(RtmpCommand::name)
                .filter(FAREWELLS::contains)
                .isPresent();
    }

    private void tell() throws IOException {
        var count = meter.count();
        if (count > told) {
            guest.bytes(count - told);
            told = count;
        }
        // Some encoders stop when nobody acknowledges.
        if (count - acknowledged >= window) {
            back.write(RtmpMessage.saying(RtmpMessage.ACKNOWLEDGEMENT, (int) count));
            acknowledged = count;
        }
    }
}
