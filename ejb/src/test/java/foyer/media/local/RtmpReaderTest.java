package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtmpReaderTest {
    private static final int MOST = 65_536;

    @Test
    void aHeaderSaysWhatTheOneBeforeDidNot() throws IOException {
        var messages = read(
                "04 0003e8 000002 08 01000000 aabb" // at 1000, two bytes of sound on stream 1
                        + "44 000014 000001 09 cc" // 20 later, one byte of picture
                        + "84 00000a dd" // 10 later, the same
                        + "c4 ee"); // and again

        assertThat(messages).extracting(RtmpMessage::timestamp).containsExactly(1000L, 1020L, 1030L, 1040L);
        assertThat(messages).extracting(RtmpMessage::type).containsExactly(8, 9, 9, 9);
        assertThat(messages).extracting(RtmpMessage::stream).containsOnly(1);
        assertThat(messages)
                .extracting(message -> HexFormat.of().formatHex(message.payload()))
                .containsExactly("aabb", "cc", "dd", "ee");
    }

    @Test
    void aHeaderOfTheFourthKindAfterOneOfTheFirstRepeatsItsTime() throws IOException {
        var messages = read("04 0003e8 000001 08 01000000 aa c4 bb");

        assertThat(messages).extracting(RtmpMessage::timestamp).containsExactly(1000L, 2000L);
    }

    @Test
    void aChunkStreamMayHaveALargeNumber() throws IOException {
        assertThat(read("00 05 000000 000001 08 01000000 aa" + "c0 05 bb" + "01 0501 000000 000001 09 01000000 cc"))
                .extracting(RtmpMessage::type)
                .containsExactly(8, 8, 9);
    }

    @Test
    void timesBeyondFourHoursAreExtendedInEveryChunk() throws IOException {
        var payload = "00".repeat(128);
        var messages = read("04 ffffff 000081 09 01000000 01000000" + payload + "c4 01000000 07" + "84 000001 "
                + payload + "c4 08");

        assertThat(messages).extracting(RtmpMessage::timestamp).containsExactly(0x01000000L, 0x01000001L);
        assertThat(messages.get(0).payload()).hasSize(129).endsWith(7);
        assertThat(messages.get(1).payload()).hasSize(129).endsWith(8);
    }

    @Test
    void messagesOfTwoChunkStreamsMayLieInEachOther() throws IOException {
        var messages = read("06 000000 000082 09 01000000" + "11".repeat(128) // a picture begins
                + "04 000000 000001 08 01000000 aa" // sound in between
                + "c6 1111");

        assertThat(messages).extracting(RtmpMessage::type).containsExactly(8, 9);
        assertThat(messages.get(1).payload()).hasSize(130).containsOnly(0x11);
    }

    @Test
    void chunksAreAsLongAsTheOtherSideSays() throws IOException {
        var messages =
                read("02 000000 000004 01 00000000 00001000" + "04 000000 000200 08 01000000" + "22".repeat(512));

        assertThat(messages.get(1).payload()).hasSize(512);
    }

    @Test
    void aMessageThatIsTakenBackMakesRoomForAnother() throws IOException {
        var messages = read("06 000000 000082 09 01000000" + "11".repeat(128) // a picture begins
                + "02 000000 000004 02 00000000 00000006" // and is taken back
                + "06 000000 000001 09 01000000 33");

        assertThat(messages).extracting(RtmpMessage::type).containsExactly(RtmpMessage.ABORT, RtmpMessage.VIDEO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c3 aa", // refers to nothing
                "83 000000 aa", // likewise
                "03 000000 010001 14 00000000", // a message of 65537 bytes
                "03 000000 ffffff 14 00000000", // of 16 MB
                "02 000000 000004 01 00000000 00000001", // chunks of one byte
                "02 000000 000004 01 00000000 00010001", // of 65537
                "02 000000 000004 01 00000000 80000000", // of a negative number
                "02 000000 000002 01 00000000 0000" // of nothing
            })
    void whatNoEncoderSaysIsRefused(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(NotRtmp.class);
    }

    @Test
    void aMessageDoesNotBeginInTheMidstOfAnother() {
        var begun = "03 000000 000082 14 00000000" + "11".repeat(128);

        assertThatThrownBy(() -> read(begun + begun)).isInstanceOf(NotRtmp.class);
    }

    @Test
    void thereAreSixteenChunkStreamsAtMost() {
        var streams = new StringBuilder();
        for (var stream = 3; stream < 20; stream++) {
            streams.append("%02x 000000 000001 08 01000000 aa".formatted(stream));
        }

        assertThatThrownBy(() -> read(streams.toString())).isInstanceOf(NotRtmp.class);
    }

    @Test
    void messagesThatBeginTakeNoMoreThanTheMostTogether() {
        var begun = new StringBuilder("02 000000 000004 01 00000000 00008000");
        for (var stream = 3; stream < 6; stream++) {
            begun.append("%02x 000000 00ffff 08 01000000".formatted(stream)).append("00".repeat(0x8000));
        }

        assertThatThrownBy(() -> read(begun.toString())).isInstanceOf(NotRtmp.class);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgainHoweverItIsSplit(
            @ForAll @Size(max = 8) List<@IntRange(max = 1_000) Integer> lengths,
            @ForAll @LongRange(max = 0xFFFF_FFFFL) long timestamp,
            @ForAll @IntRange(min = 128, max = 300) int chunkSize,
            @ForAll long seed)
            throws IOException {
        var random = new Random(seed);
        var sent = new ArrayList<RtmpMessage>();
        for (var length : lengths) {
            var payload = new byte[length];
            random.nextBytes(payload);
            sent.add(new RtmpMessage(random.nextBoolean() ? 8 : 9, timestamp, random.nextInt(), payload));
        }
        var bytes = new ByteArrayOutputStream();
        var writer = new RtmpWriter(bytes);
        writer.chunkSize(chunkSize);
        for (var message : sent) {
            writer.write(message);
        }

        var read = all(new InPieces(bytes.toByteArray(), random));

        assertThat(read.subList(1, read.size())).usingRecursiveComparison().isEqualTo(sent);
    }

    @Property(tries = 1_000)
    void whateverComesEndsAndIsNeverLongerThanItWas(@ForAll @Size(max = 5_000) byte[] garbage) throws IOException {
        try {
            var length = all(new ByteArrayInputStream(garbage)).stream()
                    .mapToInt(message -> message.payload().length)
                    .sum();

            assertThat(length).isLessThanOrEqualTo(garbage.length);
        } catch (NotRtmp refused) {
            assertThat(refused).hasNoCause();
        }
    }

    private static List<RtmpMessage> read(String hex) throws IOException {
        return all(new ByteArrayInputStream(bytes(hex)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static List<RtmpMessage> all(InputStream in) throws IOException {
        var reader = new RtmpReader(in, MOST);
        var messages = new ArrayList<RtmpMessage>();
        try {
            while (true) {
                messages.add(reader.next());
            }
        } catch (EOFException end) {
            return messages;
        }
    }

    /** As a network brings them. */
    private static final class InPieces extends ByteArrayInputStream {
        private final Random random;

        InPieces(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, length == 0 ? 0 : 1 + random.nextInt(length));
        }
    }
}
