package foyer.media.local;

import static foyer.media.local.RtmpDoorstep.LONG;
import static foyer.media.local.RtmpDoorstep.PATIENT;
import static foyer.media.local.RtmpDoorstep.SHORT;
import static foyer.media.local.RtmpDoorstep.START;
import static foyer.media.local.RtmpDoorstep.aFreePort;
import static foyer.media.local.RtmpDoorstep.aMessage;
import static foyer.media.local.RtmpDoorstep.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an encoder hears of an ffmpeg that does not do its part, and the other way round. */
@Timeout(60)
class RtmpRelayTest {
    @RegisterExtension
    final RtmpDoorstep step = new RtmpDoorstep();

    @Test
    void anFfmpegThatDoesNotListenIsARefusal() throws Exception {
        var list = new GuestList(aFreePort());
        var encoder = step.encoderAt(step.door(list, limits(20, LONG, LONG, SHORT)));

        assertThat(encoder.publish("live", GuestList.KEY)).isEqualTo("NetStream.Failed");

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anFfmpegThatListensAndDoesNotAnswerIsARefusal() throws Exception {
        var mute = step.kept(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        var encoder = step.encoderAt(step.door(new GuestList(mute.getLocalPort()), limits(20, LONG, LONG, SHORT)));

        assertThat(encoder.publish("live", GuestList.KEY)).isEqualTo("NetStream.Failed");
    }

    @Test
    void anFfmpegThatIsAboutToListenIsAwaited() throws Exception {
        var port = aFreePort();
        var list = new GuestList(port);
        var encoder = step.encoderAt(step.door(list, PATIENT));
        var answer = CompletableFuture.supplyAsync(() -> published(encoder));
        GuestList.await(() -> list.asked() > 0);

        step.kept(AnFfmpeg.listeningAt(port));

        assertThat(answer.get()).isEqualTo(START);
    }

    @Test
    void anEncoderWhoseFfmpegDiesIsSentAway() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = step.encoderAt(step.door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        ffmpeg.close();

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anFfmpegThatReadsNothingDoesNotKeepTheEncoder() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.stuck());
        var list = new GuestList(ffmpeg.port());
        var encoder = step.encoderAt(step.door(list, limits(20, LONG, SHORT, SHORT)));
        encoder.publish("live", GuestList.KEY);

        assertThatThrownBy(() -> {
                    for (var megabytes = 0; megabytes < 1_000; megabytes++) {
                        encoder.send(aMessage(RtmpMessage.VIDEO, megabytes, 1_000_000));
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anEncoderThatFallsSilentHasLeft() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = step.encoderAt(step.door(list, limits(20, LONG, SHORT, LONG)));

        encoder.publish("live", GuestList.KEY);

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(ffmpeg.hasEnded()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anEncoderThatLeavesLetsFfmpegReadTheRest() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = step.encoderAt(step.door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 1_000_000));
        encoder.say(RtmpCommand.of("deleteStream", 7, new Amf0.Nothing(), new Amf0.Numeral(1)), 0);

        assertThat(ffmpeg.next().payload()).hasSize(1_000_000);
        assertThat(ffmpeg.hasEnded()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    private static String published(AnEncoder encoder) {
        try {
            return encoder.publish("live", GuestList.KEY);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
