package foyer.media.aws;

import foyer.shared.Ids;
import java.util.Optional;

/** What is noted of jobs, in the bucket beside the files themselves. */
final class JobMarks {
    private static final String TYPE = "application/json";

    private final Bucket bucket;

    JobMarks(Bucket bucket) {
        this.bucket = bucket;
    }

    Optional<JobMark> find(Shelf shelf) {
        return bucket.text(shelf.mark()).map(JobMark::read);
    }

    /** The one that is there, or else a new one: of several who ask at once all are given the same. */
    JobMark begun(Shelf shelf) {
        var fresh = JobMark.begun(Ids.fresh());
        return bucket.isNew(shelf.mark(), TYPE, fresh.text())
                ? fresh
                : find(shelf).orElse(fresh);
    }

    JobMark keep(Shelf shelf, JobMark mark) {
        bucket.write(shelf.mark(), TYPE, mark.text());
        return mark;
    }

    void forget(Shelf shelf) {
        bucket.remove(shelf.mark());
    }
}
