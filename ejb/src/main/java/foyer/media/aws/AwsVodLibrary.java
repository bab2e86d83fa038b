package foyer.media.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.media.Progress;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.Transcode;
import foyer.media.VodLibrary;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.MediaTimeline;
import foyer.media.captions.WebVtt;
import foyer.shared.NotFound;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.Part;

/** Recordings in S3, made by MediaConvert and delivered by CloudFront. */
final class AwsVodLibrary implements VodLibrary, AutoCloseable {
    private static final int REMEMBERED = 1_000;

    private final AwsSettings settings;
    private final Clock clock;
    private final AwsConnection connection;
    private final Bucket bucket;
    private final MultipartUploads uploads;
    private final Making making;
    // Asked for by each part of an upload; what S3 calls an upload never changes.
    private final Cache<RecordingId, String> underWay = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private AwsVodLibrary(AwsSettings settings, AwsTurnstile turnstile, Clock clock) {
        var calls = new AwsCalls(turnstile);
        this.settings = settings;
        this.clock = clock;
        this.connection = new AwsConnection(settings, clock);
        var s3 = connection.s3();
        this.bucket = new Bucket(s3, calls, settings.bucket());
        this.uploads = new MultipartUploads(s3, connection.presigner(), calls, settings.bucket());
        this.making = new Making(new Jobs(connection.mediaConvert(), calls, settings, bucket), bucket);
    }

    /** Fails with {@link foyer.shared.WrongSettings} where nobody says in which region. */
    static AwsVodLibrary open(AwsSettings settings, AwsTurnstile turnstile, Clock clock) {
        return new AwsVodLibrary(settings, turnstile, clock);
    }

    /** Nothing: what is missing is met at the start. */
    @Override
    public Optional<String> lacking() {
        return Optional.empty();
    }

    @Override
    public void open(Recording recording) {
        AwsCalls.done(() -> {
            if (!whole(recording) && uploads.find(recording).isEmpty()) {
                uploads.begin(recording);
            }
        });
    }

    @Override
    public String addressOf(Recording recording, int part, Instant until) {
        var good = Duration.between(clock.instant(), until);
        return AwsCalls.told(() -> uploads.address(recording, upload(recording), part, good))
                .toString();
    }

    @Override
    public Map<Integer, Long> parts(Recording recording) {
        return AwsCalls.told(() -> come(recording));
    }

    private Map<Integer, Long> come(Recording recording) {
        var found = uploads.find(recording);
        if (found.isPresent()) {
            try {
                return uploads.parts(recording, found.get()).stream()
                        .collect(Collectors.toMap(Part::partNumber, Part::size, (one, same) -> one, TreeMap::new));
            } catch (NotFound overMeanwhile) {
                return allOrNone(recording);
            }
        }
        return allOrNone(recording);
    }

    @Override
    public void close(Recording recording) {
        AwsCalls.done(() -> complete(recording));
    }

    private void complete(Recording recording) {
        var found = uploads.find(recording);
        if (found.isPresent()) {
            try {
                uploads.complete(recording, found.get());
            } catch (NotFound overMeanwhile) {
                // Whether that made it whole is looked at.
            }
        }
        // Of two that were begun for one, as by two nodes at once, the other.
        uploads.abort(recording);
    }

    @Override
    public Transcode transcode(Recording recording, Progress progress) {
        return making.goOn(recording, progress);
    }

    @Override
    public Playback playback(Recording recording) {
        var root = settings.address().toString().replaceFirst("/$", "") + "/";
        var shelf = new Shelf(recording);
        return new Playback(URI.create(root + shelf.manifest() + ".m3u8"), URI.create(root + shelf.poster()));
    }

    @Override
    public List<CaptionTrack> captions(Recording recording) {
        return AwsCalls.told(() -> captionsOf(recording).tracks());
    }

    @Override
    public void offer(Recording recording, CaptionTrack track, WebVtt captions) {
        var length = Optional.ofNullable(recording.length()).orElse(Duration.ZERO);
        AwsCalls.done(() -> {
            var objects = captionsOf(recording);
            var timeline = recording.upload().ofWhatWasLive() ? objects.timeline() : MediaTimeline.FROM_ZERO;
            objects.offer(track, captions, length, timeline);
        });
    }

    @Override
    public void withdraw(Recording recording, String language) {
        AwsCalls.done(() -> captionsOf(recording).withdraw(language));
    }

    @Override
    public void delete(Recording recording) {
        AwsCalls.done(() -> {
            making.end(recording);
            uploads.abort(recording);
            underWay.invalidate(recording.id());
            new Shelf(recording).folders().forEach(bucket::removeBelow);
        });
    }

    @Override
    public boolean worksElsewhere() {
        return true;
    }

    @Override
    public void close() {
        connection.close();
    }

    private CaptionObjects captionsOf(Recording recording) {
        return new CaptionObjects(bucket, new Shelf(recording));
    }

    private String upload(Recording recording) {
        return underWay.asMap()
                .computeIfAbsent(
                        recording.id(),
                        id -> uploads.find(recording).orElseThrow(() -> new NotFound("upload, or no longer")));
    }

    private Map<Integer, Long> allOrNone(Recording recording) {
        var parts = new TreeMap<Integer, Long>();
        if (whole(recording)) {
            recording
                    .upload()
                    .numbers()
                    .forEach(part -> parts.put(part, recording.upload().length(part)));
        }
        return parts;
    }

    private boolean whole(Recording recording) {
        return bucket.size(new Shelf(recording).file())
                .filter(size -> size == recording.upload().size())
                .isPresent();
    }
}
