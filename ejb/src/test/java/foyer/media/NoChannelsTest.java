package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.WrongState;
import org.junit.jupiter.api.Test;

class NoChannelsTest {
    private final LiveOrigin origin = new NoChannels("They are not built yet.");

    @Test
    void itSaysWhyThereAreNone() {
        assertThat(origin.lacking()).contains("They are not built yet.");
        assertThatThrownBy(origin::ready).isInstanceOf(WrongState.class).hasMessage("They are not built yet.");
    }
}
