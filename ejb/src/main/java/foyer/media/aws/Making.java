package foyer.media.aws;

import foyer.media.CannotMake;
import foyer.media.Progress;
import foyer.media.Recording;
import foyer.media.Transcode;
import foyer.media.rendition.ThumbnailTrack;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.mediaconvert.model.Job;

/**
 * Leads a file in the bucket to what plays from it. Each step is noted before or can be made again: whoever comes after a crash goes on
 * from there.
 */
final class Making {
    private final Jobs jobs;
    private final Bucket bucket;
    private final JobMarks marks;

    Making(Jobs jobs, Bucket bucket) {
        this.jobs = jobs;
        this.bucket = bucket;
        this.marks = new JobMarks(bucket);
    }

    Transcode goOn(Recording recording, Progress progress) {
        try {
            var mark = marks.find(new Shelf(recording));
            if (mark.flatMap(JobMark::made).isPresent()) {
                return new Transcode.Done(mark.flatMap(JobMark::made).get());
            }
            var job = mark.flatMap(JobMark::known);
            return job.isPresent() ? look(recording, mark.get(), job.get(), progress) : begin(recording, progress);
        } catch (CannotMake refused) {
            return failed(recording, refused);
        }
    }

    void end(Recording recording) {
        // Of what was live MediaPackage made it, if anybody: no job here reads a file of it.
        if (recording.upload().ofWhatWasLive()) {
            return;
        }
        var mark = marks.find(new Shelf(recording));
        if (mark.isEmpty() || mark.flatMap(JobMark::made).isPresent()) {
            return;
        }
        // Without its id the job may be there all the same: who asked for it died before writing that down.
        mark.flatMap(JobMark::known).ifPresentOrElse(jobs::end, () -> jobs.endAll(recording));
    }

    private Transcode begin(Recording recording, Progress progress) {
        if (bucket.size(new Shelf(recording).file()).isEmpty()) {
            throw CannotMake.ever("The file is gone. Send it again as a recording of its own.");
        }
        if (!progress.reached(recording.percent())) {
            return new Transcode.Left();
        }
        var source = jobs.probe(recording);
        var mark = marks.begun(new Shelf(recording));
        marks.keep(new Shelf(recording), mark.of(jobs.order(recording, source, mark.token())));
        return new Transcode.Running(recording.percent());
    }

    private Transcode look(Recording recording, JobMark mark, String id, Progress progress) {
        var job = jobs.find(id)
                .orElseThrow(() -> CannotMake.yet("MediaConvert has forgotten this job. Complete the upload again."));
        var percent = Math.max(recording.percent(), percent(job));
        if (!progress.reached(percent)) {
            return new Transcode.Left();
        }
        return switch (job.status()) {
            case SUBMITTED, PROGRESSING, UNKNOWN_TO_SDK_VERSION -> new Transcode.Running(percent);
            case COMPLETE -> done(recording, mark, length(job));
            case CANCELED, ERROR -> throw CannotMake.of(JobTroubles.of(job));
        };
    }

    private Transcode done(Recording recording, JobMark mark, Duration length) {
        var shelf = new Shelf(recording);
        // An address that leads elsewhere would not carry the right to watch.
        new MadeFolder(bucket, shelf, "MediaConvert").length();
        var stills = bucket.keys(shelf.stills());
        if (!stills.isEmpty()) {
            bucket.copy(stills.get(stills.size() - 1), shelf.poster());
        }
        var thumbnails = bucket.keys(shelf.thumbnails()).stream()
                .filter(key -> key.endsWith(".jpg"))
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .toList();
        bucket.write(shelf.plays() + ThumbnailTrack.FILE, "text/vtt", new ThumbnailTrack(length).webVtt(thumbnails));
        stills.forEach(bucket::remove);
        bucket.remove(shelf.file());
        marks.keep(shelf, mark.done(length));
        return new Transcode.Done(length);
    }

    // What can be cured begins anew with a job of its own; what cannot keeps nothing.
    private Transcode failed(Recording recording, CannotMake refused) {
        if (!refused.trouble().curable()) {
            bucket.remove(new Shelf(recording).file());
        }
        bucket.removeBelow(new Shelf(recording).plays());
        marks.forget(new Shelf(recording));
        return new Transcode.Failed(refused.trouble());
    }

    private static int percent(Job job) {
        return job.jobPercentComplete() == null ? 0 : Math.min(99, job.jobPercentComplete());
    }

    private static Duration length(Job job) {
        var longest = job.outputGroupDetails().stream()
                .flatMap(group -> group.outputDetails().stream())
                .map(output -> output.durationInMs())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max();
        return Duration.ofMillis(longest.orElse(0));
    }
}
