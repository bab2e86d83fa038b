package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.SomeBroadcasts;
import foyer.media.ingest.LiveCaptions;
import foyer.media.rendition.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.CaptionDescription;
import software.amazon.awssdk.services.medialive.model.CaptionSelector;
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

    @Test
    void captionsInThePictureAreReadAndSentAsTracksOfTheirOwn() {
        var captions = SomeBroadcasts.aCaptionedOne().captions();
        var order = order(Rendition.without(4, LiveHouse.settings().ladder()), captions);

        assertThat(sent(order)).containsExactly("240p", "sound", "captions-1", "captions-3");
        var taken = order.request().inputAttachments().get(0).inputSettings().captionSelectors();
        assertThat(taken)
                .extracting(
                        each -> each.selectorSettings().embeddedSourceSettings().source608ChannelNumber())
                .containsExactly(1, 3);
        var made = order.request().encoderSettings().captionDescriptions();
        assertThat(made).extracting(CaptionDescription::languageCode).containsExactly("eng", "por");
        assertThat(made).extracting(CaptionDescription::languageDescription).containsExactly("English", "Português");
        assertThat(made)
                .allSatisfy(each -> assertThat(each.destinationSettings().webvttDestinationSettings())
                        .isNotNull());
        assertThat(made)
                .extracting(CaptionDescription::captionSelectorName)
                .containsExactlyElementsOf(
                        taken.stream().map(CaptionSelector::name).toList());
    }

    @Test
    void withoutCaptionsNoneAreLookedFor() {
        var order = order(LiveHouse.settings().ladder());

        assertThat(order.request().inputAttachments().get(0).inputSettings().captionSelectors())
                .isEmpty();
        assertThat(order.request().encoderSettings().captionDescriptions()).isEmpty();
    }

    private static ChannelOrder order(List<Rendition> ladder) {
        return order(ladder, List.of());
    }

    private static ChannelOrder order(List<Rendition> ladder, List<LiveCaptions> captions) {
        return new ChannelOrder(
                LiveHouse.settings(), SomeBroadcasts.aBroadcast().ref(), ladder, captions, "1234567", "a token");
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
