package foyer.media.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FragmentTimeTest {
    @ParameterizedTest
    @CsvSource({"12800, 0, 0", "12800, 51200, 360000", "90000, 1, 1", "30000, 1001, 3003", "12800, 1, 7"})
    void aFragmentIsToldInTheUnitsOfItsTrack(int scale, long begins, long ticks) {
        assertThat(FragmentTime.inMpegTicks(SomeMp4.initialization(scale), SomeMp4.segment(begins)))
                .hasValue(ticks);
        assertThat(FragmentTime.inMpegTicks(SomeMp4.longInitialization(scale), SomeMp4.shortSegment((int) begins)))
                .hasValue(ticks);
    }

    @Test
    void clocksThatCountFrom1970AreToldAsMpegWouldCount() {
        var seconds = Instant.parse("2026-11-29T12:00:00Z").getEpochSecond();

        assertThat(FragmentTime.inMpegTicks(
                        SomeMp4.initialization(10_000_000), SomeMp4.segment(seconds * 10_000_000 + 5_000_000)))
                .hasValue((seconds * 90_000 + 45_000) % (1L << 33));
    }

    @Test
    void theBeginningOfAFileIsEnough() {
        var segment = SomeMp4.segment(51_200);

        assertThat(FragmentTime.inMpegTicks(
                        SomeMp4.initialization(12_800), Arrays.copyOf(segment, segment.length - 90)))
                .hasValue(360_000);
    }

    @Test
    void whatIsCutShortBeforeSaysNothing() {
        var initialization = SomeMp4.initialization(12_800);
        var segment = SomeMp4.shortSegment(51_200);

        for (var length = 0; length < segment.length; length++) {
            assertThat(FragmentTime.inMpegTicks(initialization, Arrays.copyOf(segment, length)))
                    .isEmpty();
        }
        for (var length = 0; length < initialization.length; length++) {
            assertThat(FragmentTime.inMpegTicks(Arrays.copyOf(initialization, length), segment))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoMp4SaysNothing() {
        var transportStream = new byte[188];
        transportStream[0] = 0x47;
        var endless = ByteBuffer.allocate(16).putInt(0, 1).putLong(8, -1).array();

        for (var bytes :
                new byte[][] {transportStream, endless, new byte[64], "a segment".getBytes(StandardCharsets.US_ASCII)
                }) {
            assertThat(FragmentTime.inMpegTicks(bytes, bytes)).isEmpty();
        }
    }
}
