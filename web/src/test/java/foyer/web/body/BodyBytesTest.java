package foyer.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodyBytesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2030-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final HttpSettings SETTINGS = new HttpSettings(1_000, Duration.ofSeconds(20));

    @Test
    void aBodyOfTheGreatestLengthIsRead() {
        assertThat(reading(NOON).read(new ByteArrayInputStream(new byte[1_000])))
                .hasSize(1_000);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> reading(NOON).read(new ByteArrayInputStream(new byte[1_001])));
    }

    @Test
    void anEndlessBodyIsLeftBeforeItFillsTheMemory() {
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> reading(NOON).read(new Endless()));
    }

    @Test
    void aLargeBodyThatComesAfterItsHeadIsReadInPartsThatGrow() {
        var body = new AfterItsHead(new byte[1_000_000]);

        var read = new BodyBytes(SETTINGS, 1_000_000, NOON).read(body);

        assertThat(read).hasSize(1_000_000);
        assertThat(body.reads).isLessThan(200);
    }

    @Test
    void aBodyThatDripsIsGivenUp() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reading(new TenSecondsALook()).read(new Dripping()))
                .withMessageContaining("in time");
    }

    @Test
    void whetherThereIsAnyIsLookedAtAndNothingIsTaken() {
        var body = new PushbackInputStream(new ByteArrayInputStream(new byte[] {'{', '}'}));

        assertThat(BodyBytes.isAny(body)).isTrue();
        assertThat(reading(NOON).read(body)).containsExactly('{', '}');
        assertThat(BodyBytes.isAny(new PushbackInputStream(InputStream.nullInputStream())))
                .isFalse();
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> BodyBytes.isAny(new PushbackInputStream(new BrokenOff())));
    }

    @Test
    void aBodyThatBreaksOffIsMalformed() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> reading(NOON).read(new BrokenOff()));
    }

    private static BodyBytes reading(Clock clock) {
        return new BodyBytes(SETTINGS, clock);
    }

    private static class Endless extends InputStream {
        @Override
        public int read() throws IOException {
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Arrays.fill(into, offset, offset + length, (byte) 'x');
            return length;
        }
    }

    private static final class Dripping extends Endless {
        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = 'x';
            return 1;
        }
    }

    /** Nothing of it is there when it is first asked for. */
    private static final class AfterItsHead extends ByteArrayInputStream {
        private int reads;

        AfterItsHead(byte[] body) {
            super(body);
        }

        @Override
        public synchronized int available() {
            return 0;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            reads++;
            return super.read(into, offset, length);
        }
    }

    private static final class BrokenOff extends Endless {
        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("reset");
        }
    }

    /** A clock on which ten seconds pass whenever somebody looks at it. */
    private static final class TenSecondsALook extends Clock {
        private Instant now = Instant.parse("2030-05-01T12:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(10);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
