package foyer.media.aws;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.media.BroadcastRef;
import foyer.shared.Caches;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.Thumbnail;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The small pictures that MediaLive shows of a channel while it is fed. Organizers look at the newest; one of them is kept, which
 * becomes the poster of what is harvested of it: MediaPackage makes none, and afterwards MediaLive has none any more.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/thumbnails.html">Thumbnails</a>
 */
final class LiveStills {
    private static final Journal JOURNAL = Journal.of(LiveStills.class);
    private static final int REMEMBERED = 1_000;
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String FIRST_PIPELINE = "0";
    private static final String NEWEST = "CURRENT_ACTIVE";
    private static final String JPEG = "image/jpeg";
    // The first bytes of every JPEG: so nothing else is given out to everybody as one.
    private static final int[] BEGINNING = {0xFF, 0xD8, 0xFF};

    private final MediaLiveClient mediaLive;
    private final AwsCalls calls;
    private final Bucket bucket;
    private final Cache<BroadcastRef, Boolean> tried;
    // However many look at a channel, MediaLive is asked for its picture once for all; whether it runs, for each.
    private final Cache<BroadcastRef, Optional<byte[]>> seen;

    LiveStills(MediaLiveClient mediaLive, AwsCalls calls, Bucket bucket, Clock clock) {
        this.mediaLive = mediaLive;
        this.calls = calls;
        this.bucket = bucket;
        this.tried =
                Caches.by(clock).maximumSize(REMEMBERED).expireAfterWrite(EVERY).build();
        this.seen =
                Caches.by(clock).maximumSize(REMEMBERED).expireAfterWrite(FRESH).build();
    }

    /** The newest, a few seconds old; empty: there is none. */
    Optional<byte[]> now(BroadcastRef broadcast, LiveChannels.Found channel) {
        return seen.asMap().computeIfAbsent(broadcast, unseen -> newestOrNone(channel));
    }

    // It may have stopped just now.
    private Optional<byte[]> newestOrNone(LiveChannels.Found channel) {
        try {
            return newest(channel);
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** Every few minutes, of one that is fed. A channel goes on without: nothing fails by this. */
    void keep(BroadcastRef broadcast, LiveChannels.Found channel) {
        if (tried.asMap().putIfAbsent(broadcast, true) != null) {
            return;
        }
        try {
            newest(channel).ifPresent(picture -> bucket.write(key(broadcast), JPEG, picture));
        } catch (Unavailable | AwsServiceException silent) {
            JOURNAL.warn("No picture of a channel is kept just now.", Map.of("channel", channel.id()), silent);
        }
    }

    /** As the recording's poster; where none was kept, or it cannot be given, it has none: nothing fails by this either. */
    void give(BroadcastRef broadcast, Shelf into) {
        try {
            bucket.copy(key(broadcast), into.poster());
        } catch (NoSuchKeyException none) {
            JOURNAL.note("A recording of what was live has no poster.", named(into));
        } catch (Unavailable | AwsServiceException refused) {
            // Whoever may not list what is in a bucket is refused what is not there, too.
            JOURNAL.warn("A recording of what was live gets no poster.", named(into), refused);
        }
    }

    /** Whoever may remove none leaves it, and still removes the channel. */
    void remove(BroadcastRef broadcast) {
        tried.invalidate(broadcast);
        try {
            bucket.remove(key(broadcast));
        } catch (Unavailable away) {
            if (!AwsCalls.isForbidden(away)) {
                throw away;
            }
        }
    }

    private static Map<String, String> named(Shelf recording) {
        return Map.of(
                "eventId", recording.event().value(),
                "recordingId", recording.id().value());
    }

    private Optional<byte[]> newest(LiveChannels.Found channel) {
        return calls
                .make(() -> mediaLive.describeThumbnails(describe -> describe.channelId(channel.id())
                        .pipelineId(FIRST_PIPELINE)
                        .thumbnailType(NEWEST)))
                .thumbnailDetails()
                .stream()
                .flatMap(pipeline -> pipeline.thumbnails().stream())
                .flatMap(thumbnail -> picture(thumbnail).stream())
                .findFirst();
    }

    private static Optional<byte[]> picture(Thumbnail thumbnail) {
        try {
            return Optional.ofNullable(thumbnail.body())
                    .map(Base64.getDecoder()::decode)
                    .filter(LiveStills::isJpeg);
        } catch (IllegalArgumentException otherwiseWritten) {
            return Optional.empty();
        }
    }

    private static boolean isJpeg(byte[] bytes) {
        for (var place = 0; place < BEGINNING.length; place++) {
            if (bytes.length <= place || (bytes[place] & 0xFF) != BEGINNING[place]) {
                return false;
            }
        }
        return true;
    }

    // Below what no address leads to, as all that is noted of recordings.
    private static String key(BroadcastRef broadcast) {
        return ".live/" + broadcast.id().value() + ".jpg";
    }
}
