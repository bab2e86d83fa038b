package foyer.media.aws;

import foyer.media.BroadcastRef;
import foyer.media.ingest.LiveCaptions;
import foyer.media.rendition.Rendition;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.medialive.model.AacCodingMode;
import software.amazon.awssdk.services.medialive.model.AacProfile;
import software.amazon.awssdk.services.medialive.model.AacRateControlMode;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.AudioSelector;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.CmafIngestSegmentLengthUnits;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264GopSizeUnits;
import software.amazon.awssdk.services.medialive.model.H264ParControl;
import software.amazon.awssdk.services.medialive.model.H264Profile;
import software.amazon.awssdk.services.medialive.model.H264RateControlMode;
import software.amazon.awssdk.services.medialive.model.H264ScanType;
import software.amazon.awssdk.services.medialive.model.H264SceneChangeDetect;
import software.amazon.awssdk.services.medialive.model.H264Settings;
import software.amazon.awssdk.services.medialive.model.HlsAutoSelect;
import software.amazon.awssdk.services.medialive.model.HlsDefault;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputCodec;
import software.amazon.awssdk.services.medialive.model.InputMaximumBitrate;
import software.amazon.awssdk.services.medialive.model.InputResolution;
import software.amazon.awssdk.services.medialive.model.InputSpecification;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.ThumbnailState;
import software.amazon.awssdk.services.medialive.model.TimecodeConfigSource;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * What MediaLive is to make of what an encoder sends: the ladder, with a keyframe every two seconds by the clock and nowhere else, sent to
 * MediaPackage by CMAF ingest. The source is not known beforehand, so no rung is left out for it.
 *
 * @param ladder the sizes, the largest first
 * @param captions that lie in what comes in; each becomes a rendition of its own, in WebVTT
 * @param token the same one never makes a second channel
 * @see <a href="https://docs.aws.amazon.com/mediapackage/latest/userguide/cmaf-ingest.html">CMAF ingest</a>
 */
record ChannelOrder(
        AwsLiveSettings settings,
        BroadcastRef broadcast,
        List<Rendition> ladder,
        List<LiveCaptions> captions,
        String input,
        String token) {
    static final int SEGMENT_SECONDS = 2;
    private static final String PACKAGER = "mediapackage";
    private static final String SOUND = "sound";
    private static final String SOUNDS = "audio";
    private static final double SOUND_BITS = 128_000;
    private static final double SOUND_RATE = 48_000;
    private static final int GOOD = 7;

    CreateChannelRequest request() {
        return CreateChannelRequest.builder()
                .name(LivePackaging.name(broadcast))
                .requestId(token)
                .roleArn(settings.role())
                .channelClass(settings.pipelines() == 1 ? ChannelClass.SINGLE_PIPELINE : ChannelClass.STANDARD)
                .inputSpecification(InputSpecification.builder()
                        .codec(InputCodec.AVC)
                        .resolution(InputResolution.HD)
                        .maximumBitrate(InputMaximumBitrate.MAX_20_MBPS)
                        .build())
                .inputAttachments(InputAttachment.builder()
                        .inputId(input)
                        .inputAttachmentName("encoder")
                        .inputSettings(taken -> taken.audioSelectors(
                                        AudioSelector.builder().name(SOUND).build())
                                .captionSelectors(captions.stream()
                                        .map(ChannelCaptions::selector)
                                        .toList()))
                        .build())
                .destinations(OutputDestination.builder()
                        .id(PACKAGER)
                        .mediaPackageSettings(MediaPackageOutputDestinationSettings.builder()
                                .channelGroup(settings.group())
                                .channelName(LivePackaging.name(broadcast))
                                .build())
                        .build())
                .encoderSettings(encoding())
                .tags(Tags.of(broadcast, settings.group()))
                .build();
    }

    private EncoderSettings encoding() {
        return EncoderSettings.builder()
                .timecodeConfig(clock -> clock.source(TimecodeConfigSource.SYSTEMCLOCK))
                .thumbnailConfiguration(thumbnails -> thumbnails.state(ThumbnailState.AUTO))
                .videoDescriptions(ladder.stream().map(this::picture).toList())
                .audioDescriptions(sound())
                .captionDescriptions(
                        captions.stream().map(ChannelCaptions::description).toList())
                .outputGroups(OutputGroup.builder()
                        .name(PACKAGER)
                        .outputGroupSettings(group -> group.mediaPackageGroupSettings(
                                packager -> packager.destination(to -> to.destinationRefId(PACKAGER))
                                        .mediapackageV2GroupSettings(cmaf -> cmaf.segmentLength(SEGMENT_SECONDS)
                                                .segmentLengthUnits(CmafIngestSegmentLengthUnits.SECONDS))))
                        .outputs(outputs())
                        .build())
                .build();
    }

    private VideoDescription picture(Rendition rung) {
        return VideoDescription.builder()
                .name(rung.name())
                .width(rung.width())
                .height(rung.height())
                .codecSettings(codec -> codec.h264Settings(h264(rung)))
                .build();
    }

    private H264Settings h264(Rendition rung) {
        return H264Settings.builder()
                .rateControlMode(H264RateControlMode.QVBR)
                .qvbrQualityLevel(GOOD)
                .maxBitrate(rung.kilobits() * 1_000)
                .framerateControl(H264FramerateControl.SPECIFIED)
                .framerateNumerator(settings.frameRate())
                .framerateDenominator(1)
                .gopSize((double) SEGMENT_SECONDS)
                .gopSizeUnits(H264GopSizeUnits.SECONDS)
                .gopClosedCadence(1)
                .sceneChangeDetect(H264SceneChangeDetect.DISABLED)
                .scanType(H264ScanType.PROGRESSIVE)
                .profile(H264Profile.HIGH)
                .parControl(H264ParControl.SPECIFIED)
                .parNumerator(1)
                .parDenominator(1)
                .build();
    }

    private static AudioDescription sound() {
        return AudioDescription.builder()
                .name(SOUND)
                .audioSelectorName(SOUND)
                .codecSettings(codec -> codec.aacSettings(aac -> aac.bitrate(SOUND_BITS)
                        .sampleRate(SOUND_RATE)
                        .codingMode(AacCodingMode.CODING_MODE_2_0)
                        .profile(AacProfile.LC)
                        .rateControlMode(AacRateControlMode.CBR)))
                .build();
    }

    private List<Output> outputs() {
        var outputs = new ArrayList<Output>();
        for (var rung : ladder) {
            outputs.add(Output.builder()
                    .outputName(rung.name())
                    .videoDescriptionName(rung.name())
                    .outputSettings(to -> to.mediaPackageOutputSettings(packager ->
                            packager.mediaPackageV2DestinationSettings(track -> track.audioRenditionSets(SOUNDS))))
                    .build());
        }
        outputs.add(Output.builder()
                .outputName(SOUND)
                .audioDescriptionNames(SOUND)
                .outputSettings(to -> to.mediaPackageOutputSettings(
                        packager -> packager.mediaPackageV2DestinationSettings(track -> track.audioGroupId(SOUNDS)
                                .hlsAutoSelect(HlsAutoSelect.YES)
                                .hlsDefault(HlsDefault.YES))))
                .build());
        captions.stream().map(ChannelCaptions::output).forEach(outputs::add);
        return outputs;
    }
}
