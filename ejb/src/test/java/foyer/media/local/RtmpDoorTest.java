package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real sockets, with encoders and an ffmpeg that are none. */
@Timeout(60)
class RtmpDoorTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final RtmpLimits PATIENT = limits(20, LONG, LONG, LONG);
    private static final int MOST_STRANGERS = 100_000;
    private static final String BAD_NAME = "NetStream.Publish.BadName";
    private static final String START = "NetStream.Publish.Start";

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var thing : open) {
            thing.close();
        }
    }

    @Test
    void pictureAndSoundReachFfmpegAsTheyAre() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var encoder = encoderAt(door(new GuestList(ffmpeg.port()), PATIENT));
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
        var ffmpeg = kept(AnFfmpeg.listening());
        var encoder = encoderAt(door(new GuestList(ffmpeg.port()), PATIENT));

        encoder.publish("live", GuestList.KEY);
        encoder.say(RtmpCommand.of("FCUnpublish", 6, new Amf0.Nothing(), new Amf0.Text(GuestList.KEY)), 0);
        encoder.send(aMessage(RtmpMessage.AUDIO, 1, 10));

        assertThat(ffmpeg.wish()).isEqualTo(new RtmpGreeting.Wish("live", "live"));
        assertThat(ffmpeg.next().type()).isEqualTo(RtmpMessage.AUDIO);
    }

    @Test
    void allThatCameIsCounted() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = encoderAt(door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 100_000));
        encoder.close();

        assertThat(list.left()).isEqualTo(1);
        assertThat(list.bytes()).isBetween(100_000L, 110_000L);
    }

    @Test
    void anEncoderThatLeavesLetsFfmpegReadTheRest() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = encoderAt(door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 1_000_000));
        encoder.say(RtmpCommand.of("deleteStream", 7, new Amf0.Nothing(), new Amf0.Numeral(1)), 0);

        assertThat(ffmpeg.next().payload()).hasSize(1_000_000);
        assertThat(ffmpeg.hasEnded()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anEncoderIsToldHowMuchHasCome() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var encoder = encoderAt(door(new GuestList(ffmpeg.port()), PATIENT));
        encoder.publish("live", GuestList.KEY);

        encoder.send(RtmpMessage.saying(RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE, 50_000));
        encoder.send(aMessage(RtmpMessage.VIDEO, 0, 60_000));

        var acknowledgement = encoder.hear();
        assertThat(acknowledgement.type()).isEqualTo(RtmpMessage.ACKNOWLEDGEMENT);
        assertThat(acknowledgement.number()).isGreaterThan(60_000);
    }

    @Test
    void aWrongKeyOrApplicationIsRefusedAndFfmpegNeverCalled() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = door(list, PATIENT);
        var wrongKey = encoderAt(door);
        var wrongApp = encoderAt(door);

        assertThat(wrongKey.publish("live", "another-key")).isEqualTo(BAD_NAME);
        assertThat(wrongApp.publish("vod", GuestList.KEY)).isEqualTo(BAD_NAME);

        assertThat(wrongKey.isSentAway()).isTrue();
        assertThat(wrongApp.isSentAway()).isTrue();
        assertThat(ffmpeg.isCalled()).isFalse();
    }

    @Test
    void anFfmpegThatDoesNotListenIsARefusal() throws Exception {
        var list = new GuestList(aFreePort());
        var encoder = encoderAt(door(list, limits(20, LONG, LONG, SHORT)));

        assertThat(encoder.publish("live", GuestList.KEY)).isEqualTo("NetStream.Failed");

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anFfmpegThatListensAndDoesNotAnswerIsARefusal() throws Exception {
        var mute = kept(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        var encoder = encoderAt(door(new GuestList(mute.getLocalPort()), limits(20, LONG, LONG, SHORT)));

        assertThat(encoder.publish("live", GuestList.KEY)).isEqualTo("NetStream.Failed");
    }

    @Test
    void anFfmpegThatIsAboutToListenIsAwaited() throws Exception {
        var port = aFreePort();
        var list = new GuestList(port);
        var encoder = encoderAt(door(list, PATIENT));
        var answer = CompletableFuture.supplyAsync(() -> published(encoder));
        GuestList.await(() -> list.asked() > 0);

        kept(AnFfmpeg.listeningAt(port));

        assertThat(answer.get()).isEqualTo(START);
    }

    @Test
    void anEncoderWhoseFfmpegDiesIsSentAway() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = encoderAt(door(list, PATIENT));
        encoder.publish("live", GuestList.KEY);

        ffmpeg.close();

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anEncoderThatFallsSilentHasLeft() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var encoder = encoderAt(door(list, limits(20, LONG, SHORT, LONG)));

        encoder.publish("live", GuestList.KEY);

        assertThat(encoder.isSentAway()).isTrue();
        assertThat(ffmpeg.hasEnded()).isTrue();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anFfmpegThatReadsNothingDoesNotKeepTheEncoder() throws Exception {
        var ffmpeg = kept(AnFfmpeg.stuck());
        var list = new GuestList(ffmpeg.port());
        var encoder = encoderAt(door(list, limits(20, LONG, SHORT, SHORT)));
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
    void silentStrangersKeepAnEncoderOutForTheTimeOfProofOnly() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var door = door(new GuestList(ffmpeg.port()), limits(20, SHORT, LONG, LONG));
        var strangers = new ArrayList<AnEncoder>();
        for (var stranger = 0; stranger < 25; stranger++) {
            strangers.add(encoderAt(door));
        }

        assertThat(strangers).allMatch(AnEncoder::isSentAway);
        assertThat(encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void forOneStrangerMoreTheOldestIsSentAwayAtOnce() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var door = door(new GuestList(ffmpeg.port()), limits(2, LONG, LONG, LONG));
        var oldest = encoderAt(door);
        encoderAt(door);

        var newest = encoderAt(door);

        assertThat(oldest.isSentAway()).isTrue();
        assertThat(newest.publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void ofOneAddressNoMoreThanAFewAreHeard() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var door = door(new GuestList(ffmpeg.port()), new RtmpLimits(20, 2, LONG, LONG, LONG, LONG));
        var oldest = encoderAt(door);
        encoderAt(door);

        var newest = encoderAt(door);

        assertThat(oldest.isSentAway()).isTrue();
        assertThat(newest.publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void strangersThatComeBackAtOnceKeepNobodyOut() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var door = door(new GuestList(ffmpeg.port()), new RtmpLimits(20, 4, LONG, LONG, LONG, LONG));
        var came = new AtomicInteger();
        var strangers = Executors.newCachedThreadPool();
        kept(strangers::shutdownNow);
        for (var stranger = 0; stranger < 30; stranger++) {
            var from = InetAddress.getByName("127.0.1." + (1 + stranger % 6));
            strangers.execute(() -> comeAgainAndAgain(door, from, came));
        }
        GuestList.await(() -> came.get() > 200);

        assertThat(encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void whoDoesNotGreetHasNoTimeToProveAnything() throws Exception {
        var door = door(new GuestList(1), new RtmpLimits(20, 20, SHORT, LONG, LONG, LONG));

        assertThat(encoderAt(door).isSentAway()).isTrue();
    }

    @Test
    void aStrangerThatNeverStopsTalkingHasNoMoreTime() throws Exception {
        var encoder = encoderAt(door(new GuestList(1), limits(20, SHORT, LONG, LONG)));
        var talk = Executors.newSingleThreadScheduledExecutor();
        kept(talk::shutdownNow);

        var unused = talk.scheduleAtFixedRate(() -> say(encoder, 3), 0, 5, TimeUnit.MILLISECONDS);

        assertThat(encoder.isSentAway()).isTrue();
    }

    @Test
    void aStrangerMaySayNoMoreThanTheMost() throws Exception {
        var list = new GuestList(1);
        var encoder = encoderAt(door(list, PATIENT));
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
        var door = door(new GuestList(1), PATIENT);
        for (var seed = 0; seed < 20; seed++) {
            var noise = new byte[5_000];
            new Random(seed).nextBytes(noise);
            var encoder = encoderAt(door);
            noise[0] = 3;
            encoder.sendRaw(noise);
            encoder.sendRaw(noise);

            assertThat(encoder.isSentAway()).isTrue();
        }
    }

    @Test
    void aFailingHallSendsOneAwayAndTheNextComesIn() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = door(
                (app, streamKey) -> {
                    if (streamKey.equals("broken")) {
                        throw new IllegalStateException("a test");
                    }
                    return list.enter(app, streamKey);
                },
                PATIENT);

        assertThatThrownBy(() -> encoderAt(door).publish("live", "broken")).isInstanceOf(IOException.class);
        assertThat(encoderAt(door).publish("live", GuestList.KEY)).isEqualTo(START);
    }

    @Test
    void closingEndsAllOfThem() throws Exception {
        var ffmpeg = kept(AnFfmpeg.listening());
        var list = new GuestList(ffmpeg.port());
        var door = door(list, PATIENT);
        var guest = encoderAt(door);
        guest.publish("live", GuestList.KEY);
        var stranger = encoderAt(door);

        door.close();

        assertThat(list.left()).isEqualTo(1);
        assertThat(guest.isSentAway()).isTrue();
        assertThat(stranger.isSentAway()).isTrue();
        assertThatThrownBy(() -> encoderAt(door)).isInstanceOf(IOException.class);
    }

    @Test
    void anOccupiedPortIsNamed() throws Exception {
        var occupied = kept(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));

        assertThatThrownBy(() -> RtmpDoor.open(
                        InetAddress.getLoopbackAddress(), occupied.getLocalPort(), (app, key) -> Optional.empty()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(String.valueOf(occupied.getLocalPort()));
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

    private static RtmpLimits limits(int strangers, Duration proof, Duration silence, Duration reach) {
        return new RtmpLimits(strangers, strangers, LONG, proof, silence, reach);
    }

    private static String published(AnEncoder encoder) {
        try {
            return encoder.publish("live", GuestList.KEY);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private RtmpDoor door(RtmpDoor.Hall hall, RtmpLimits limits) {
        return kept(RtmpDoor.open(InetAddress.getLoopbackAddress(), 0, hall, limits));
    }

    private AnEncoder encoderAt(RtmpDoor door) throws IOException {
        return kept(new AnEncoder(door.port()));
    }

    private <T extends AutoCloseable> T kept(T thing) {
        open.add(thing);
        return thing;
    }

    private static int aFreePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static RtmpMessage aMessage(int type, long timestamp, int length) {
        var payload = new byte[length];
        new Random(length).nextBytes(payload);
        return new RtmpMessage(type, timestamp, 1, payload);
    }
}
