package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what a channel showed into the bucket: a second in the queue, and three of work. */
final class HarvestJobs {
    private static final Duration QUEUE = Duration.ofSeconds(1);
    private static final Duration WORK = Duration.ofSeconds(3);

    private final Clock clock;
    private final MediaLiveStandIn mediaLive;
    private final S3StandIn s3;
    private int failing;

    HarvestJobs(Clock clock, MediaLiveStandIn mediaLive, S3StandIn s3) {
        this.clock = clock;
        this.mediaLive = mediaLive;
        this.s3 = s3;
    }

    /** So many of the next harvest jobs fail. */
    void fail(int times) {
        failing = times;
    }

    Map<String, Object> newJob(PackagedChannel channel, Asked asked) {
        var name = PackagedGroups.whole(asked.text("HarvestJobName"));
        var there = channel.jobs.get(name);
        if (there != null
                && !Objects.equals(
                        there.order.get("ClientToken"), asked.members().get("ClientToken"))) {
            throw new AwsRefusal(409, "ConflictException", "The harvest job exists.");
        }
        var reads = List.of("mediapackagev2:GetObject", "mediapackagev2:HarvestObject").stream()
                .allMatch(action -> channel.allows(
                        "mediapackagev2.amazonaws.com", action, "AWS:SourceAccount", MediaPackageStandIn.ACCOUNT));
        if (!reads) {
            throw new AwsRefusal(400, "ValidationException", "The endpoint does not let harvest jobs read it.");
        }
        var schedule = ServiceModel.map(asked.members().get("ScheduleConfiguration"));
        var from = moment(schedule.get("StartTime"));
        var until = moment(schedule.get("EndTime"));
        if (!from.isBefore(until)
                || Duration.between(from, until).compareTo(Duration.ofHours(24)) > 0
                || from.isAfter(clock.instant())) {
            throw new AwsRefusal(400, "ValidationException", "INVALID_HARVEST_JOB_DURATION");
        }
        if (there == null) {
            channel.jobs.put(name, new HarvestJob(asked.members(), clock.instant(), failing-- > 0));
        }
        return job(channel, asked);
    }

    /** Writes what is made by now. */
    void look(PackagedChannel channel) {
        channel.jobs.values().forEach(job -> status(channel, job));
    }

    Map<String, Object> job(PackagedChannel channel, Asked asked) {
        var name = asked.text("HarvestJobName");
        var job = channel.jobs.get(name);
        if (job == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such harvest job.");
        }
        var status = status(channel, job);
        var shown = new LinkedHashMap<String, Object>();
        for (var member : List.of(
                "ChannelGroupName",
                "ChannelName",
                "OriginEndpointName",
                "Destination",
                "HarvestedManifests",
                "ScheduleConfiguration",
                "HarvestJobName",
                "Tags")) {
            shown.put(member, job.order.get(member));
        }
        shown.put("Arn", channel.endpointArn() + "/harvestJob/" + name);
        shown.put("CreatedAt", job.createdAt.getEpochSecond());
        shown.put("ModifiedAt", job.createdAt.getEpochSecond());
        shown.put("Status", status);
        if (status.equals("FAILED")) {
            shown.put("ErrorMessage", "No content");
        }
        return shown;
    }

    private String status(PackagedChannel channel, HarvestJob job) {
        var age = Duration.between(job.createdAt, clock.instant());
        if (age.compareTo(QUEUE) < 0) {
            return "QUEUED";
        }
        if (age.compareTo(QUEUE.plus(WORK)) < 0) {
            return "IN_PROGRESS";
        }
        var found = job.written ? List.<Instant>of() : asked(channel, job);
        if (job.fails || (!job.written && found.isEmpty())) {
            return "FAILED";
        }
        if (!job.written) {
            write(channel, job, found);
        }
        return "COMPLETED";
    }

    private List<Instant> asked(PackagedChannel channel, HarvestJob job) {
        channel.take(mediaLive);
        var schedule = ServiceModel.map(job.order.get("ScheduleConfiguration"));
        var from = moment(schedule.get("StartTime"));
        var until = moment(schedule.get("EndTime"));
        return channel.segments.stream()
                .filter(begin -> begin.plus(PackagedChannel.SEGMENT).isAfter(from) && begin.isBefore(until))
                .toList();
    }

    private void write(PackagedChannel channel, HarvestJob job, List<Instant> segments) {
        var to = ServiceModel.map(ServiceModel.map(job.order.get("Destination")).get("S3Destination"));
        if (!S3StandIn.BUCKET.equals(to.get("BucketName"))) {
            throw new IllegalStateException("The stand-in knows one bucket.");
        }
        PackagedFiles.of(segments, true, channel.renditions, channel.captions)
                .forEach((name, text) ->
                        s3.put(to.get("DestinationPath") + "/" + name, text.getBytes(StandardCharsets.UTF_8)));
        job.written = true;
    }

    private static Instant moment(@Nullable Object seconds) {
        var millis = new BigDecimal(String.valueOf(seconds)).movePointRight(3);
        return Instant.ofEpochMilli(millis.longValue());
    }
}
