package foyer.media.aws;

import foyer.media.Recording;
import foyer.shared.Ids;
import java.util.Optional;

/** What is noted of jobs, in the bucket beside the files themselves. */
final class JobMarks {
    private static final String TYPE = "application/json";

    private final Bucket bucket;

    JobMarks(Bucket bucket) {
        this.bucket = bucket;
    }

    Optional<JobMark> find(Recording recording) {
        return bucket.text(key(recording)).map(JobMark::read);
    }

    /** The one that is there, or else a new one: of several who ask at once all are given the same. */
    JobMark begun(Recording recording) {
        var fresh = JobMark.begun(Ids.fresh());
        return bucket.isNew(key(recording), TYPE, fresh.text())
                ? fresh
                : find(recording).orElse(fresh);
    }

    JobMark keep(Recording recording, JobMark mark) {
        bucket.write(key(recording), TYPE, mark.text());
        return mark;
    }

    void forget(Recording recording) {
        bucket.remove(key(recording));
    }

    private static String key(Recording recording) {
        return new Shelf(recording).mark();
    }
}
