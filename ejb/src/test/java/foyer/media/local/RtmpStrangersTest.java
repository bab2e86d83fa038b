package foyer.media.local;

import static foyer.media.local.RtmpDoorstep.LONG;
import static foyer.media.local.RtmpDoorstep.PATIENT;
import static foyer.media.local.RtmpDoorstep.SHORT;
import static foyer.media.local.RtmpDoorstep.START;
import static foyer.media.local.RtmpDoorstep.limits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has proven nothing has little time, little to say, and keeps nobody out. */
@Timeout(60)
class RtmpStrangersTest {
    private static final int MOST_STRANGERS = 100_000;

    @RegisterExtension
    final RtmpDoorstep step = new RtmpDoorstep();

    @Test
    void silentStrangersKeepAnEncoderOutForTheTimeOfProofOnly() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var door = step.door(new GuestList(ffmpeg.port()), limits(20, SHORT, LONG, LONG));
        var strangers = new ArrayList<AnEncoder>();
        for (var stranger = 0; stranger < 25; stranger++) {
            strangers.add(step.encoderAt(door));
        }

        assertThat(strangers).allMatch(AnEncoder::isSentAway);
        assertThat(step.encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @ParameterizedTest(name = "{0} of all, {1} of one address")
    @CsvSource({"2, 20", "20, 2"})
    void forOneStrangerMoreTheOldestIsSentAwayAtOnce(int most, int each) throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var door = step.door(new GuestList(ffmpeg.port()), new RtmpLimits(most, each, LONG, LONG, LONG, LONG));
        var oldest = step.encoderAt(door);
        step.encoderAt(door);

        var newest = step.encoderAt(door);

        assertThat(oldest.isSentAway()).isTrue();
        assertThat(newest.publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void strangersThatComeBackAtOnceKeepNobodyOut() throws Exception {
        var ffmpeg = step.kept(AnFfmpeg.listening());
        var door = step.door(new GuestList(ffmpeg.port()), new RtmpLimits(20, 4, LONG, LONG, LONG, LONG));
        var came = new AtomicInteger();
        var strangers = Executors.newCachedThreadPool();
        step.kept(strangers::shutdownNow);
        for (var stranger = 0; stranger < 30; stranger++) {
            var from = InetAddress.getByName("127.0.1." + (1 + stranger % 6));
            strangers.execute(() -> comeAgainAndAgain(door, from, came));
        }
        GuestList.await(() -> came.get() > 200);

        assertThat(step.encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void whoDoesNotGreetHasNoTimeToProveAnything() throws Exception {
        var door = step.door(new GuestList(1), new RtmpLimits(20, 20, SHORT, LONG, LONG, LONG));

        assertThat(step.encoderAt(door).isSentAway()).isTrue();
    }

    @Test
    void aStrangerThatNeverStopsTalkingHasNoMoreTime() throws Exception {
        var encoder = step.encoderAt(step.door(new GuestList(1), limits(20, SHORT, LONG, LONG)));
        var talk = Executors.newSingleThreadScheduledExecutor();
        step.kept(talk::shutdownNow);

        var unused = talk.scheduleAtFixedRate(() -> say(encoder, 3), 0, 5, TimeUnit.MILLISECONDS);

        assertThat(encoder.isSentAway()).isTrue();
    }

    @Test
    void aStrangerMaySayNoMoreThanTheMost() throws Exception {
        var list = new GuestList(1);
        var encoder = step.encoderAt(step.door(list, PATIENT));
        var beforehand = new byte[RtmpLimits.BEFORE / 2];

        assertThatThrownBy(() -> {
                    encoder.sendRaw(new byte[] {3});
                    encoder.sendRaw(new byte[2 * 1536]);
                    for (var time = 0; time < 10_000; time++) {
                        encoder.send(new RtmpMessage(RtmpMessage.USER_CONTROL, 0, 0, beforehand));
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(list.asked()).isZero();
    }

    @Test
    void noiseIsSentAway() throws Exception {
        var door = step.door(new GuestList(1), PATIENT);
        for (var seed = 0; seed < 20; seed++) {
            var noise = new byte[5_000];
            new Random(seed).nextBytes(noise);
            var encoder = step.encoderAt(door);
            noise[0] = 3;
            encoder.sendRaw(noise);
            encoder.sendRaw(noise);

            assertThat(encoder.isSentAway()).isTrue();
        }
    }

    private static void say(AnEncoder encoder, int octet) {
        try {
            encoder.sendRaw(new byte[] {(byte) octet});
        } catch (IOException sentAway) {
            throw new UncheckedIOException(sentAway);
        }
    }

    private static void comeAgainAndAgain(RtmpDoor door, InetAddress from, AtomicInteger came) {
        while (!Thread.currentThread().isInterrupted() && came.get() < MOST_STRANGERS) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port(), from, 0)) {
                came.incrementAndGet();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException sentAway) {
                // It comes back.
            }
        }
    }
}
