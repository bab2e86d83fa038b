package foyer.media.aws;

import foyer.media.Recording;
import foyer.media.rendition.Rendition;
import foyer.media.rendition.ThumbnailTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelector;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelectorType;
import software.amazon.awssdk.services.mediaconvert.model.CaptionSelector;
import software.amazon.awssdk.services.mediaconvert.model.CaptionSourceType;
import software.amazon.awssdk.services.mediaconvert.model.CmafClientCache;
import software.amazon.awssdk.services.mediaconvert.model.CmafCodecSpecification;
import software.amazon.awssdk.services.mediaconvert.model.CmafManifestDurationFormat;
import software.amazon.awssdk.services.mediaconvert.model.CmafSegmentControl;
import software.amazon.awssdk.services.mediaconvert.model.CmafSegmentLengthControl;
import software.amazon.awssdk.services.mediaconvert.model.CmafStreamInfResolution;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteDASHManifest;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteHLSManifest;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.InputRotate;
import software.amazon.awssdk.services.mediaconvert.model.InputTimecodeSource;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupSettings;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupType;
import software.amazon.awssdk.services.mediaconvert.model.StatusUpdateInterval;
import software.amazon.awssdk.services.mediaconvert.model.TimecodeSource;

/**
 * What MediaConvert is to make of one file: an HLS ladder of fragmented MP4 as on one machine, stills for the progress bar, and two for the
 * poster.
 *
 * @param token the same one never makes a second job
 * @see <a href="https://docs.aws.amazon.com/mediaconvert/latest/apireference/jobs.html">Jobs</a>
 */
record JobOrder(AwsSettings settings, Bucket bucket, Recording recording, Probed source, String token) {
    static final String PURPOSE = "recording";
    private static final int SEGMENT_SECONDS = 2;
    // MediaConvert takes no picture below this.
    private static final int SMALLEST = 32;
    private static final int TENTHS = 10;
    private static final int LATEST_POSTER = 10;
    private static final int THUMBNAIL_HEIGHT = 90;
    private static final int POSTER_HEIGHT = 720;
    private static final int MOST_STILLS = 100_000;

    CreateJobRequest request() {
        return CreateJobRequest.builder()
                .role(settings.role())
                .queue(settings.queue())
                .clientRequestToken(token)
                .statusUpdateInterval(StatusUpdateInterval.SECONDS_10)
                .tags(Tags.of(recording.event(), PURPOSE))
                .userMetadata(Map.of("recording", recording.id().value()))
                .settings(JobSettings.builder()
                        .timecodeConfig(zero -> zero.source(TimecodeSource.ZEROBASED))
                        .inputs(input())
                        .outputGroups(ladder(), thumbnails(), poster())
                        .build())
                .build();
    }

    private Input input() {
        var input = Input.builder()
                .fileInput(bucket.address(shelf().file()))
                .timecodeSource(InputTimecodeSource.ZEROBASED)
                .videoSelector(picture -> picture.rotate(InputRotate.AUTO))
                .audioSelectors(sounds());
        if (source.captioned()) {
            input.captionSelectors(Map.of(Outputs.CAPTIONS, captions()));
        }
        return input.build();
    }

    private Map<String, AudioSelector> sounds() {
        var selectors = new HashMap<String, AudioSelector>();
        for (var place = 0; place < source.sounds().size(); place++) {
            selectors.put(
                    Outputs.sound(place),
                    AudioSelector.builder()
                            .selectorType(AudioSelectorType.TRACK)
                            .tracks(place + 1)
                            .build());
        }
        return selectors;
    }

    private static CaptionSelector captions() {
        return CaptionSelector.builder()
                .sourceSettings(embedded -> embedded.sourceType(CaptionSourceType.EMBEDDED)
                        .embeddedSourceSettings(first -> first.source608ChannelNumber(1)))
                .build();
    }

    private OutputGroup ladder() {
        var outputs = new ArrayList<Output>();
        for (var rung : renditions()) {
            outputs.add(Outputs.picture(rung, source));
        }
        for (var place = 0; place < source.sounds().size(); place++) {
            outputs.add(Outputs.sound(place, source.sounds().get(place)));
        }
        if (source.captioned()) {
            outputs.add(Outputs.captions());
        }
        return OutputGroup.builder().outputGroupSettings(hls()).outputs(outputs).build();
    }

    private OutputGroupSettings hls() {
        return OutputGroupSettings.builder()
                .type(OutputGroupType.CMAF_GROUP_SETTINGS)
                .cmafGroupSettings(group -> group.destination(bucket.address(shelf().manifest()))
                        .segmentControl(CmafSegmentControl.SEGMENTED_FILES)
                        .segmentLength(SEGMENT_SECONDS)
                        .segmentLengthControl(CmafSegmentLengthControl.EXACT)
                        .fragmentLength(SEGMENT_SECONDS)
                        .writeHlsManifest(CmafWriteHLSManifest.ENABLED)
                        .writeDashManifest(CmafWriteDASHManifest.DISABLED)
                        .manifestDurationFormat(CmafManifestDurationFormat.FLOATING_POINT)
                        .codecSpecification(CmafCodecSpecification.RFC_4281)
                        .streamInfResolution(CmafStreamInfResolution.INCLUDE)
                        .clientCache(CmafClientCache.ENABLED))
                .build();
    }

    private OutputGroup thumbnails() {
        return stills(
                shelf().thumbnails(),
                Outputs.stills(THUMBNAIL_HEIGHT, new ThumbnailTrack(source.length()).every(), MOST_STILLS));
    }

    // The first is of the very beginning, which often is black; the second is the one.
    private OutputGroup poster() {
        var height = Math.min(POSTER_HEIGHT, renditions().get(0).height());
        return stills(shelf().stills(), Outputs.stills(height, posterAt(), 2));
    }

    private OutputGroup stills(String destination, Output output) {
        return OutputGroup.builder()
                .outputGroupSettings(files -> files.type(OutputGroupType.FILE_GROUP_SETTINGS)
                        .fileGroupSettings(group -> group.destination(bucket.address(destination))))
                .outputs(output)
                .build();
    }

    private Shelf shelf() {
        return new Shelf(recording);
    }

    /** Seconds from the beginning: a tenth of the recording, and not far. */
    private int posterAt() {
        return (int) Math.min(LATEST_POSTER, Math.max(1, source.length().toSeconds() / TENTHS));
    }

    private List<Rendition> renditions() {
        return Rendition.ladder(source.width(), source.height()).stream()
                .map(rung -> rung.atLeast(SMALLEST))
                .toList();
    }
}
