package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.SomeBroadcasts;
import foyer.media.rendition.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

class ChannelOrderTest {
    @Test
    void eachSizeOfTheLadderIsMadeAndSent() {
        var order = order(LiveHouse.settings().ladder());

        assertThat(heights(order)).containsExactly(1080, 720, 540, 360, 240);
        assertThat(sent(order)).containsExactly("1080p", "720p", "540p", "360p", "240p", "sound");
    }

    @Test
    void whatIsLeftOutIsNeitherMadeNorSent() {
        var order = order(Rendition.without(2, LiveHouse.settings().ladder()));

        assertThat(heights(order)).containsExactly(540, 360, 240);
        assertThat(sent(order)).containsExactly("540p", "360p", "240p", "sound");
    }

    @Test
    void oneSizeIsAlwaysLeft() {
        assertThat(heights(order(Rendition.without(9, LiveHouse.settings().ladder()))))
                .containsExactly(240);
    }

    private static ChannelOrder order(List<Rendition> ladder) {
        return new ChannelOrder(
                LiveHouse.settings(), SomeBroadcasts.aBroadcast().ref(), ladder, "1234567", "a token");
    }

    private static List<Integer> heights(ChannelOrder order) {
        return order.request().encoderSettings().videoDescriptions().stream()
                .map(VideoDescription::height)
                .toList();
    }

    private static List<String> sent(ChannelOrder order) {
        return order.request().encoderSettings().outputGroups().get(0).outputs().stream()
                .map(Output::outputName)
                .toList();
    }
}
