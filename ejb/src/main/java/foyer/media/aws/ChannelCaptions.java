package foyer.media.aws;

import foyer.media.ingest.LiveCaptions;
import software.amazon.awssdk.services.medialive.model.CaptionDescription;
import software.amazon.awssdk.services.medialive.model.CaptionSelector;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.WebvttDestinationSettings;

/**
 * How MediaLive is told to read captions out of the picture, and to send them to MediaPackage as a track of their own: by CMAF ingest each
 * track is an output.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/design-cmafi-package.html">Encodes in a CMAF Ingest output group</a>
 */
final class ChannelCaptions {
    private ChannelCaptions() {}

    static CaptionSelector selector(LiveCaptions captions) {
        return CaptionSelector.builder()
                .name(name(captions))
                .selectorSettings(source ->
                        source.embeddedSourceSettings(embedded -> embedded.source608ChannelNumber(captions.channel())))
                .build();
    }

    static CaptionDescription description(LiveCaptions captions) {
        return CaptionDescription.builder()
                .name(name(captions))
                .captionSelectorName(name(captions))
                .languageCode(captions.code())
                .languageDescription(captions.track().label())
                .destinationSettings(to -> to.webvttDestinationSettings(
                        WebvttDestinationSettings.builder().build()))
                .build();
    }

    static Output output(LiveCaptions captions) {
        return Output.builder()
                .outputName(name(captions))
                .captionDescriptionNames(name(captions))
                .outputSettings(to -> to.mediaPackageOutputSettings(
                        packager -> packager.mediaPackageV2DestinationSettings(track -> {})))
                .build();
    }

    private static String name(LiveCaptions captions) {
        return "captions-" + captions.channel();
    }
}
