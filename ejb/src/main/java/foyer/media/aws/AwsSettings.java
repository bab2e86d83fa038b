package foyer.media.aws;

import foyer.media.MediaPlatform;
import foyer.media.PlatformSettings;
import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the picture's half of AWS is reached, and where things are there. Credentials are none of ours: the SDK finds them.
 *
 * @param region {@code foyer.media.aws.region}; absent: as the SDK finds it
 * @param endpoint {@code foyer.media.aws.endpoint}: for stand-ins alone, of all services; absent: the services' own
 * @param bucket {@code foyer.media.aws.bucket}: uploads and what plays
 * @param role {@code foyer.media.aws.role}: the ARN of the role that MediaConvert takes on to read and write the bucket
 * @param queue {@code foyer.media.aws.queue}: the ARN of MediaConvert's queue; absent: the account's default one
 * @param keyValueStore {@code foyer.media.aws.key-value-store}: the ARN of the store that the function at the edge asks
 * @param address {@code foyer.media.address}: where CloudFront delivers the bucket
 * @param longest {@code foyer.media.longest}: how long a video may be
 * @param attemptTimeout {@code foyer.media.aws.attempt-timeout}: one request
 * @param callTimeout {@code foyer.media.aws.call-timeout}: one call with all its retries
 * @param retries {@code foyer.media.aws.retries}, after the first attempt
 * @param retryDelay {@code foyer.media.aws.retry-delay}: the longest pause before the first retry, five times that where AWS says that
 *     calls come too fast; twice as long before each further one
 * @param connections {@code foyer.media.aws.connections} kept open at most, per node
 */
record AwsSettings(
        @Nullable String region,
        @Nullable URI endpoint,
        String bucket,
        String role,
        @Nullable String queue,
        String keyValueStore,
        URI address,
        Duration longest,
        Duration attemptTimeout,
        Duration callTimeout,
        int retries,
        Duration retryDelay,
        int connections)
        implements FeatureSettings {
    private static final String BUCKET = "foyer.media.aws.bucket";
    private static final String ROLE = "foyer.media.aws.role";
    private static final String QUEUE = "foyer.media.aws.queue";
    private static final String STORE = "foyer.media.aws.key-value-store";
    private static final String ADDRESS = "foyer.media.address";
    private static final String KEYS = "foyer.media.token-keys";
    private static final URI NOWHERE = URI.create("https://media.invalid");
    // No dots: they would not fit the certificate of the bucket's own host.
    private static final Pattern A_BUCKET = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    private static final Pattern A_ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,512}");
    private static final Pattern A_STORE =
            Pattern.compile("arn:aws[a-z-]*:cloudfront::[0-9]{12}:key-value-store/[0-9a-f-]{36}");
    private static final Pattern A_QUEUE =
            Pattern.compile("arn:aws[a-z-]*:mediaconvert:[a-z0-9-]+:[0-9]{12}:queues/[\\w .-]{1,128}");

    static AwsSettings read(Settings settings) {
        var read = new AwsSettings(
                settings.text("foyer.media.aws.region").orElse(null),
                settings.address("foyer.media.aws.endpoint").orElse(null),
                settings.text(BUCKET, ""),
                settings.text(ROLE, ""),
                settings.text(QUEUE).orElse(null),
                settings.text(STORE, ""),
                settings.address(ADDRESS).orElse(NOWHERE),
                settings.duration(
                        "foyer.media.longest", Duration.ofHours(8), Duration.ofSeconds(1), Duration.ofDays(2)),
                settings.duration("foyer.media.aws.attempt-timeout", seconds(10), millis(10), seconds(120)),
                settings.duration("foyer.media.aws.call-timeout", seconds(30), millis(10), seconds(300)),
                settings.number("foyer.media.aws.retries", 4, 0, 10),
                settings.duration("foyer.media.aws.retry-delay", millis(100), millis(1), seconds(1)),
                settings.number("foyer.media.aws.connections", 16, 1, 500));
        if (PlatformSettings.chosen(settings) == MediaPlatform.AWS) {
            read.refuseWhatIsNotComplete(settings);
        }
        settings.refuseWrongOnes();
        return read;
    }

    private void refuseWhatIsNotComplete(Settings settings) {
        refuse(settings, BUCKET, A_BUCKET, bucket, "names no bucket of S3's.");
        refuse(settings, ROLE, A_ROLE, role, "is not the ARN of a role (arn:aws:iam::…:role/…).");
        refuse(settings, STORE, A_STORE, keyValueStore, "is not the ARN of a KeyValueStore of CloudFront's.");
        if (queue != null) {
            refuse(settings, QUEUE, A_QUEUE, queue, "is not the ARN of a queue of MediaConvert's.");
        }
        if (settings.text(ADDRESS).isEmpty()) {
            settings.wrong(ADDRESS, "is missing: it says where CloudFront delivers the bucket.");
        }
        // The one that derives from our own secret is one that the function at the edge cannot know.
        if (settings.list(KEYS).isEmpty()) {
            settings.wrong(KEYS, "is missing: CloudFront's function verifies addresses by the same keys.");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            settings.wrong("foyer.media.aws.call-timeout", "is shorter than foyer.media.aws.attempt-timeout.");
        }
    }

    private static void refuse(Settings settings, String name, Pattern form, String text, String predicate) {
        if (text.isEmpty()) {
            settings.wrong(name, "is missing, which foyer.media.platform=aws needs.");
        } else if (!form.matcher(text).matches()) {
            settings.wrong(name, predicate);
        }
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}
