package foyer.media.local;

import static foyer.media.local.RtmpDoorstep.PATIENT;
import static foyer.media.local.RtmpDoorstep.START;
import static foyer.media.local.RtmpDoorstep.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let in, and what of it reaches ffmpeg: over real sockets, with encoders and an ffmpeg that are none. */
@Timeout(60)
class RtmpDoorTest {
    private static final String BAD_NAME = "NetStream.Publish.BadName";

    @RegisterExtension
    final RtmpDoorstep step = new RtmpDoorstep();

    @Test
    void pictureAndSoundReachFfmpegAsTheyAre() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var encoder = step.encoderAt(step.door(new GuestList(ffmpeg.port()), PATIENT));
        assertThat(encoder.publish("live", GuestList.KEY)).isEqualTo(START);
        var picture = aMessage(RtmpMessage.VIDEO, 0x01000005L, 300_000);

        encoder.send(aMessage(RtmpMessage.DATA, 0, 100));
        encoder.send(picture);
        encoder.send(aMessage(RtmpMessage.AUDIO, 0x01000006L, 0));

        assertThat(ffmpeg.next().type()).isEqualTo(RtmpMessage.DATA);
        assertThat(ffmpeg.next()).usingRecursiveComparison().isEqualTo(picture);
        assertThat(ffmpeg.next().timestamp()).isEqualTo(0x01000006L);
    }

    @Test
    void theKeyDoesNotReachFfmpeg() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var encoder = step.encoderAt(step.door(new GuestList(ffmpeg.port()), PATIENT));

        encoder.publish("live", GuestList.KEY);
        encoder.say(RtmpCommand.of("FCUnpublish", 6, new Amf0.Nothing(), new Amf0.Text(GuestList.KEY)), 0);
        encoder.send(aMessage(RtmpMessage.AUDIO, 1, 10));

        assertThat(ffmpeg.wish()).isEqualTo(new RtmpGreeting.Wish("live", "live"));
        assertThat(ffmpeg.next().type()).isEqualTo(RtmpMessage.AUDIO);
    }

    @Test
    void allThatCameIsCounted() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = step.encoderAt(step.door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 100_000));
        encoder.close();

        assertThat(list.left()).isEqualTo(1);
        assertThat(list.bytes()).isBetween(100_000L, 110_000L);
    }

    @Test
    void anEncoderIsToldHowMuchHasCome() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var encoder = step.encoderAt(step.door(new GuestList(ffmpeg.port()), PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(RtmpMessage.saying(RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE, 50_000));
        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 60_000));

        var acknowledgement = encoder.hear();
        assertThat(acknowledgement.type()).isEqualTo(RtmpMessage.ACKNOWLEDGEMENT);
        assertThat(acknowledgement.number()).isGreaterThan(60_000);
    }

    @Test
    void aWrongKeyOrApplicationIsRefusedAndFfmpegNeverCalled() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = step.door(list, PATIENT);
        var wrongKey = step.encoderAt(door);
        var wrongApp = step.encoderAt(door);

        assertThat(wrongKey.publish("live", "another-key")).isEqualTo(BAD_NAME);
        assertThat(wrongApp.publish("vod", GuestList.KEY)).isEqualTo(BAD_NAME);
        assertThat(wrongKey.words())
                .isEqualTo(wrongApp.words())
                .contains("key is another one", "not started", "another encoder");

        assertThat(wrongKey.isSentAway()).isTrue();
        assertThat(wrongApp.isSentAway()).isTrue();
        assertThat(ffmpeg.isCalled()).isFalse();
    }

    @Test
    void aFailingHallSendsOneAwayAndTheNextComesIn() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = step.door(
                (app, streamKey) -> {
                    if (streamKey.equals("broken")) {
                        throw new IllegalStateException("a test");
                    }
                    return list.enter(app, streamKey);
                },
                PATIENT);

        assertThatThrownBy(() -> step.encoderAt(door).publish("live", "broken")).isInstanceOf(IOException.class);
        assertThat(step.encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void closingEndsAllOfThem() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = step.door(list, PATIENT);
        var guest = step.encoderAt(door);
        guest.publish("live", GuestList.KEY);
        var stranger = step.encoderAt(door);

        door.close();

        assertThat(list.left()).isEqualTo(1);
        assertThat(guest.isSentAway()).isTrue();
        assertThat(stranger.isSentAway()).isTrue();
        assertThatThrownBy(() -> step.encoderAt(door)).isInstanceOf(IOException.class);
    }

    @Test
    void anOccupiedPortIsNamed() throws Exception {
        var occupied = step.kept(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));

        assertThatThrownBy(() -> RtmpDoor.open(
                        InetAddress.getLoopbackAddress(), occupied.getLocalPort(), (app, key) -> Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(String.valueOf(occupied.getLocalPort()));
    }
}
