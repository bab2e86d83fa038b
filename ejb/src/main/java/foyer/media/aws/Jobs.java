package foyer.media.aws;

import foyer.media.CannotMake;
import foyer.media.Recording;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.BadRequestException;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.ProbeInputFile;

/** MediaConvert's jobs. */
final class Jobs {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MediaConvertClient mediaConvert;
    private final AwsCalls calls;
    private final AwsSettings settings;
    private final Bucket bucket;

    Jobs(MediaConvertClient mediaConvert, AwsCalls calls, AwsSettings settings, Bucket bucket) {
        this.mediaConvert = mediaConvert;
        this.calls = calls;
        this.settings = settings;
        this.bucket = bucket;
    }

    /** Fails with {@link CannotMake} for what is no video, or none for us. */
    Probed probe(Recording recording) {
        var file = ProbeInputFile.builder()
                .fileUrl(bucket.address(new Shelf(recording).file()))
                .build();
        try {
            return Probed.read(
                    calls.make(() -> mediaConvert.probe(probe -> probe.inputFiles(file))), settings.longest());
        } catch (BadRequestException refused) {
            throw CannotMake.yet("MediaConvert cannot look into this file: " + refused.getMessage());
        }
    }

    /** The id of the one job that there is with this token. Fails with {@link CannotMake} where it is refused. */
    String order(Recording recording, Probed source, String token) {
        var order = new JobOrder(settings, bucket, recording, source, token).request();
        try {
            return calls.make(() -> mediaConvert.createJob(order)).job().id();
        } catch (BadRequestException refused) {
            throw CannotMake.yet("MediaConvert does not take this job: " + refused.getMessage());
        }
    }

    Optional<Job> find(String id) {
        try {
            return Optional.of(
                    calls.make(() -> mediaConvert.getJob(get -> get.id(id))).job());
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** Ends it, or fails with {@link Unavailable} until it has ended. */
    void end(String id) {
        if (find(id).filter(Jobs::underWay).isEmpty()) {
            return;
        }
        try {
            calls.make(() -> mediaConvert.cancelJob(cancel -> cancel.id(id)));
        } catch (ConflictException | BadRequestException endedMeanwhile) {
            // What it stands at now tells.
        }
        if (find(id).filter(Jobs::underWay).isPresent()) {
            throw new Unavailable("The recording is still being made, and is removed once that has ended.", SOON);
        }
    }

    /** Ends all that read this recording's file, whoever asked for them. */
    void endAll(Recording recording) {
        var file = bucket.address(new Shelf(recording).file());
        calls.make(() -> mediaConvert.searchJobs(search -> search.inputFile(file))).jobs().stream()
                .filter(Jobs::underWay)
                .map(Job::id)
                .toList()
                .forEach(this::end);
    }

    private static boolean underWay(Job job) {
        return List.of(JobStatus.SUBMITTED, JobStatus.PROGRESSING).contains(job.status());
    }
}
