package foyer.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimelyBodyTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void whatComesInTimeIsReadToTheByte() throws IOException {
        assertThat(body(NOON).readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void whatComesTooLateIsNot() {
        var late = body(NOON.minus(Duration.ofMillis(1)));

        assertThatThrownBy(late::read).isInstanceOf(IOException.class);
        assertThatThrownBy(late::readAllBytes).isInstanceOf(IOException.class);
    }

    private static TimelyBody body(Instant deadline) {
        return new TimelyBody(new ByteArrayInputStream(new byte[] {1, 2, 3}), deadline, CLOCK);
    }
}
