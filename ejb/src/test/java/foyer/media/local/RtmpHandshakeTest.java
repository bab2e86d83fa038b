package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtmpHandshakeTest {
    private static final int LENGTH = 1536;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void theCalledRepeatsWhatTheCallerSaid() throws IOException {
        var theirs = part(1);

        RtmpHandshake.answer(new ByteArrayInputStream(opening(theirs, part(2))), said);

        var answer = said.toByteArray();
        assertThat(answer).hasSize(1 + 2 * LENGTH).startsWith(3);
        assertThat(Arrays.copyOfRange(answer, 5, 9)).containsOnly(0);
        assertThat(Arrays.copyOfRange(answer, 1 + LENGTH, answer.length)).isEqualTo(theirs);
    }

    @Test
    void theCallerRepeatsWhatTheCalledSaid() throws IOException {
        var theirs = part(3);

        RtmpHandshake.call(new ByteArrayInputStream(opening(theirs, part(4))), said);

        var call = said.toByteArray();
        assertThat(call).hasSize(1 + 2 * LENGTH).startsWith(3);
        assertThat(Arrays.copyOfRange(call, 1 + LENGTH, call.length)).isEqualTo(theirs);
    }

    @Test
    void anotherVersionIsRefusedBeforeAnythingIsSaid() {
        var encrypted = opening(part(1), part(2));
        encrypted[0] = 6;

        assertThatThrownBy(() -> RtmpHandshake.answer(new ByteArrayInputStream(encrypted), said))
                .isInstanceOf(NotRtmp.class);
        assertThat(said.size()).isZero();
    }

    @Test
    void whoLeavesMidwayHasLeft() {
        var half = Arrays.copyOf(opening(part(1), part(2)), 2_000);

        assertThatThrownBy(() -> RtmpHandshake.answer(new ByteArrayInputStream(half), said))
                .isInstanceOf(EOFException.class);
    }

    private static byte[] opening(byte[] first, byte[] second) {
        var opening = new ByteArrayOutputStream();
        opening.write(3);
        opening.writeBytes(first);
        opening.writeBytes(second);
        return opening.toByteArray();
    }

    private static byte[] part(int seed) {
        var part = new byte[LENGTH];
        new Random(seed).nextBytes(part);
        return part;
    }
}
