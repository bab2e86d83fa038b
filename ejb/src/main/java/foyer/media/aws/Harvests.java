package foyer.media.aws;

import foyer.media.BroadcastRef;
import foyer.media.CannotMake;
import foyer.media.Harvested;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestedHlsManifest;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;

/**
 * Has MediaPackage put what was live into a recording's folder. A job's name is noted in the bucket before it is ordered, so that whoever
 * comes after a crash finds the same one; after one that failed, another is ordered.
 *
 * @see <a href="https://docs.aws.amazon.com/mediapackage/latest/userguide/live-to-vod.html">Live-to-VOD assets</a>
 */
final class Harvests {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final MediaPackageV2Client mediaPackage;
    private final AwsCalls calls;
    private final AwsLiveSettings settings;
    private final Bucket bucket;
    private final JobMarks marks;

    Harvests(MediaPackageV2Client mediaPackage, AwsCalls calls, AwsLiveSettings settings, Bucket bucket) {
        this.mediaPackage = mediaPackage;
        this.calls = calls;
        this.settings = settings;
        this.bucket = bucket;
        this.marks = new JobMarks(bucket);
    }

    /** How one stands that was begun before; empty: none was. */
    Optional<Harvested> begun(BroadcastRef broadcast, Shelf into) {
        var mark = marks.find(into);
        try {
            if (mark.flatMap(JobMark::made).isPresent()) {
                return mark.flatMap(JobMark::made).map(length -> done(into, length));
            }
            return mark.flatMap(noted -> job(broadcast, into, noted).map(job -> look(into, noted, job)));
        } catch (CannotMake refused) {
            return Optional.of(failed(into, refused));
        }
    }

    /** The last day of it, where it is longer. */
    Harvested begin(BroadcastRef broadcast, Instant from, Instant until, Shelf into) {
        var begin = from.isBefore(until.minus(LONGEST)) ? until.minus(LONGEST) : from;
        try {
            order(broadcast, begin, until, into, marks.begun(into));
            return new Harvested.Running();
        } catch (CannotMake refused) {
            return failed(into, refused);
        }
    }

    private void order(BroadcastRef broadcast, Instant from, Instant until, Shelf into, JobMark mark) {
        try {
            calls.make(() -> mediaPackage.createHarvestJob(create -> create.channelGroupName(settings.group())
                    .channelName(LivePackaging.name(broadcast))
                    .originEndpointName(LivePackaging.ENDPOINT)
                    .harvestJobName(name(into, mark))
                    .harvestedManifests(what -> what.hlsManifests(HarvestedHlsManifest.builder()
                            .manifestName(LivePackaging.MANIFEST)
                            .build()))
                    .scheduleConfiguration(when -> when.startTime(from).endTime(until))
                    .destination(to -> to.s3Destination(s3 -> s3.bucketName(bucket.name())
                            .destinationPath(into.plays().replaceFirst("/$", ""))))
                    .clientToken(mark.token())
                    .tags(Tags.of(broadcast, settings.group()))));
        } catch (ConflictException same) {
            // It was ordered before, and its answer was lost.
        } catch (ResourceNotFoundException gone) {
            throw CannotMake.ever("What was live is gone from MediaPackage, so that no recording can be made of it.");
        } catch (ValidationException | ServiceQuotaExceededException refused) {
            throw CannotMake.yet("MediaPackage does not make a recording of this: " + refused.getMessage());
        }
    }

    private Optional<GetHarvestJobResponse> job(BroadcastRef broadcast, Shelf into, JobMark mark) {
        try {
            return Optional.of(calls.make(() -> mediaPackage.getHarvestJob(get -> get.channelGroupName(settings.group())
                    .channelName(LivePackaging.name(broadcast))
                    .originEndpointName(LivePackaging.ENDPOINT)
                    .harvestJobName(name(into, mark)))));
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    private Harvested look(Shelf into, JobMark mark, GetHarvestJobResponse job) {
        return switch (job.status()) {
            case QUEUED, IN_PROGRESS, UNKNOWN_TO_SDK_VERSION -> new Harvested.Running();
            case COMPLETED -> {
                var length = new MadeFolder(bucket, into, "MediaPackage").length();
                marks.keep(into, mark.done(length));
                yield done(into, length);
            }
            case CANCELLED ->
                throw CannotMake.yet("Somebody cancelled the making of the recording. It is tried again.");
            case FAILED -> throw CannotMake.yet("MediaPackage could not make the recording: " + job.errorMessage());
        };
    }

    private Harvested done(Shelf into, Duration length) {
        return new Harvested.Done(length, bucket.sizeBelow(into.plays()));
    }

    // What is forgotten begins anew, with a job of its own.
    private Harvested failed(Shelf into, CannotMake refused) {
        bucket.removeBelow(into.plays());
        marks.forget(into);
        return new Harvested.Failed(refused.trouble());
    }

    private static String name(Shelf into, JobMark mark) {
        return into.id().value() + "_" + mark.token();
    }
}
