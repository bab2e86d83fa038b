package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.SomeBroadcasts;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
    private static final String OURS = "foyer-test";

    @Test
    void theySayForWhichBroadcastSomethingIs() {
        var broadcast = SomeBroadcasts.aBroadcast().ref();

        assertThat(Tags.broadcast(Tags.of(broadcast, OURS), OURS)).contains(broadcast);
        assertThat(Tags.broadcast(Tags.of(broadcast, "another"), OURS)).isEmpty();
        assertThat(Tags.broadcast(Tags.shared(OURS), OURS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"foyer-event,test", "foyer-broadcast,''", "foyer-event,../../../../../../..x", "foyer-broadcast,a b"})
    void whatCannotBeAnIdIsNobodys(String tag, String value) {
        var tags = new HashMap<>(Tags.of(SomeBroadcasts.aBroadcast().ref(), OURS));
        tags.put(tag, value);

        assertThat(Tags.broadcast(tags, OURS)).isEmpty();
    }
}
