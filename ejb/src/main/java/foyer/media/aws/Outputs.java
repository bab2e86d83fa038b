package foyer.media.aws;

import foyer.media.rendition.Rendition;
import software.amazon.awssdk.services.mediaconvert.model.AacCodingMode;
import software.amazon.awssdk.services.mediaconvert.model.AudioCodec;
import software.amazon.awssdk.services.mediaconvert.model.AudioDescription;
import software.amazon.awssdk.services.mediaconvert.model.AudioLanguageCodeControl;
import software.amazon.awssdk.services.mediaconvert.model.CaptionDescription;
import software.amazon.awssdk.services.mediaconvert.model.CaptionDestinationType;
import software.amazon.awssdk.services.mediaconvert.model.CmfcAudioTrackType;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.H264CodecProfile;
import software.amazon.awssdk.services.mediaconvert.model.H264FramerateControl;
import software.amazon.awssdk.services.mediaconvert.model.H264GopSizeUnits;
import software.amazon.awssdk.services.mediaconvert.model.H264ParControl;
import software.amazon.awssdk.services.mediaconvert.model.H264QualityTuningLevel;
import software.amazon.awssdk.services.mediaconvert.model.H264RateControlMode;
import software.amazon.awssdk.services.mediaconvert.model.H264SceneChangeDetect;
import software.amazon.awssdk.services.mediaconvert.model.H264Settings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.VideoCodec;

/** The single outputs of a job: in CMAF each of picture, sound and captions is one by itself. */
final class Outputs {
    static final String CAPTIONS = "captions";
    private static final String SOUNDS = "audio";
    private static final double GOP_SECONDS = 2;
    private static final int GOOD = 7;
    private static final int SOUND_BITS = 128_000;
    private static final int SOUND_RATE = 48_000;
    private static final int STILL_QUALITY = 80;

    private Outputs() {}

    /** The name by which a job speaks of one of the file's sounds. */
    static String sound(int place) {
        return "sound " + (place + 1);
    }

    // Only the height is said, so that a picture that is to be turned keeps its shape.
    static Output picture(Rendition rung, Probed source) {
        return Output.builder()
                .nameModifier("-" + rung.name())
                .containerSettings(container -> container
                        .container(ContainerType.CMFC)
                        .cmfcSettings(fragments -> {
                            if (!source.sounds().isEmpty()) {
                                fragments.audioRenditionSets(SOUNDS);
                            }
                        }))
                .videoDescription(picture -> picture.height(rung.height())
                        .codecSettings(codec -> codec.codec(VideoCodec.H_264).h264Settings(h264(rung, source.fast()))))
                .build();
    }

    // Keyframes by the clock and nowhere else, so that renditions have them at the same moments.
    private static H264Settings h264(Rendition rung, boolean tooFast) {
        var settings = H264Settings.builder()
                .rateControlMode(H264RateControlMode.QVBR)
                .qvbrSettings(quality -> quality.qvbrQualityLevel(GOOD))
                .maxBitrate(rung.kilobits() * 1_000)
                .gopSize(GOP_SECONDS)
                .gopSizeUnits(H264GopSizeUnits.SECONDS)
                .gopClosedCadence(1)
                .sceneChangeDetect(H264SceneChangeDetect.DISABLED)
                .numberBFramesBetweenReferenceFrames(2)
                .codecProfile(H264CodecProfile.HIGH)
                .qualityTuningLevel(H264QualityTuningLevel.SINGLE_PASS_HQ)
                .parControl(H264ParControl.SPECIFIED)
                .parNumerator(1)
                .parDenominator(1)
                .framerateControl(H264FramerateControl.INITIALIZE_FROM_SOURCE);
        if (tooFast) {
            settings.framerateControl(H264FramerateControl.SPECIFIED)
                    .framerateNumerator(60)
                    .framerateDenominator(1);
        }
        return settings.build();
    }

    /** @param language by ISO 639; empty: not known */
    static Output sound(int place, String language) {
        return Output.builder()
                .nameModifier("-audio-" + (place + 1))
                .containerSettings(container -> container
                        .container(ContainerType.CMFC)
                        .cmfcSettings(fragments -> fragments
                                .audioGroupId(SOUNDS)
                                .audioTrackType(
                                        place == 0
                                                ? CmfcAudioTrackType.ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT
                                                : CmfcAudioTrackType.ALTERNATE_AUDIO_AUTO_SELECT)))
                .audioDescriptions(AudioDescription.builder()
                        .audioSourceName(sound(place))
                        .languageCodeControl(AudioLanguageCodeControl.FOLLOW_INPUT)
                        .streamName(language.isEmpty() ? "Sound " + (place + 1) : language)
                        .codecSettings(codec -> codec.codec(AudioCodec.AAC)
                                .aacSettings(aac -> aac.bitrate(SOUND_BITS)
                                        .sampleRate(SOUND_RATE)
                                        .codingMode(AacCodingMode.CODING_MODE_2_0)))
                        .build())
                .build();
    }

    static Output captions() {
        return Output.builder()
                .nameModifier("-captions")
                .containerSettings(container -> container.container(ContainerType.CMFC))
                .captionDescriptions(CaptionDescription.builder()
                        .captionSelectorName(CAPTIONS)
                        .languageDescription("Captions")
                        .destinationSettings(destination -> destination.destinationType(CaptionDestinationType.WEBVTT))
                        .build())
                .build();
    }

    /** A still every so many seconds, the first one of the beginning. */
    static Output stills(int height, int every, int most) {
        return Output.builder()
                .extension("jpg")
                .containerSettings(container -> container.container(ContainerType.RAW))
                .videoDescription(picture -> picture.height(height)
                        .codecSettings(codec -> codec.codec(VideoCodec.FRAME_CAPTURE)
                                .frameCaptureSettings(stills -> stills.framerateNumerator(1)
                                        .framerateDenominator(every)
                                        .maxCaptures(most)
                                        .quality(STILL_QUALITY))))
                .build();
    }
}
