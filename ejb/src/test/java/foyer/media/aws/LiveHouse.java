package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.media.Broadcast;
import foyer.media.LiveOrigin;
import foyer.media.RecordingId;
import foyer.media.SomeBroadcasts;
import foyer.shared.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A deployment with live channels on the stand-in for AWS, by a clock that stands still until it is moved. */
final class LiveHouse implements AutoCloseable {
    static final String GROUP = "foyer-test";
    static final String DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/E2QWRUHEXAMPLE";
    private static final Pattern LIVE = Pattern.compile("/([^/]+)/live/([^/]+)/(.+)");
    private static final Pattern RELATIVE = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

    final SettableClock clock = new SettableClock();
    final S3StandIn s3 = new S3StandIn();
    final MediaLiveStandIn mediaLive = new MediaLiveStandIn(clock);
    final MediaPackageStandIn mediaPackage = new MediaPackageStandIn(clock, mediaLive, s3);
    final CloudWatchStandIn cloudWatch = new CloudWatchStandIn(mediaLive, clock);
    final AwsCloud cloud = AwsCloud.open()
            .with("s3", s3)
            .with("medialive", mediaLive)
            .with("mediapackagev2", mediaPackage)
            .with(CloudWatchStandIn.SERVICE, cloudWatch);
    final AwsLiveOrigin origin = origin(settings(), 1);
    /** Where recordings of what was live are played and deleted. */
    final AwsVodLibrary library = AwsVodLibrary.open(AwsHouse.settings(cloud.endpoint(), 1), new AwsTurnstile(), clock);

    private final List<ChannelLife> lives = new ArrayList<>();

    static AwsLiveSettings settings() {
        return settings(GROUP, 1);
    }

    /** With one rung, for what is done often. */
    static AwsLiveSettings small() {
        return settings(GROUP, 1, 1);
    }

    static AwsLiveSettings settings(String group, int pipelines) {
        return settings(group, pipelines, 5);
    }

    private static AwsLiveSettings settings(String group, int pipelines, int rungs) {
        return new AwsLiveSettings(
                group,
                "arn:aws:iam::111122223333:role/foyer-live",
                DISTRIBUTION,
                List.of("0.0.0.0/0"),
                pipelines,
                rungs,
                30,
                Duration.ofHours(2));
    }

    /** Another node's, or another deployment's. */
    AwsLiveOrigin origin(AwsLiveSettings settings, int retries) {
        return AwsLiveOrigin.open(AwsHouse.settings(cloud.endpoint(), retries), settings, new AwsTurnstile(), clock);
    }

    /** One that waits for an answer no longer than this, twice. */
    AwsLiveOrigin impatientOrigin(Duration patience) {
        return AwsLiveOrigin.open(AwsHouse.settings(cloud.endpoint(), 1, patience), small(), new AwsTurnstile(), clock);
    }

    /** Of a channel that nobody has begun to make. */
    ChannelLife aLife() {
        return aLifeOf(SomeBroadcasts.aBroadcastOf(EventId.fresh()));
    }

    ChannelLife aLifeOf(Broadcast broadcast) {
        var life = new ChannelLife(this, broadcast);
        lives.add(life);
        return life;
    }

    /** At AWS, but for what belongs to a recording that somebody knows. */
    void assertThatNothingIsLeft() {
        assertThatNoChannelIsLeft();
        var known = lives.stream()
                .flatMap(life -> life.recorded().stream())
                .map(recording -> recording.id().value())
                .toList();
        assertThat(s3.objects().keySet())
                .allMatch(key -> List.of(key.split("/", -1)).stream().anyMatch(known::contains));
        assertThat(s3.openUploads()).isEmpty();
    }

    void assertThatNoChannelIsLeft() {
        assertThat(mediaLive.tags()).isEmpty();
        assertThat(mediaPackage.channels()).isEmpty();
        assertThat(origin.present()).isEmpty();
    }

    /** As a viewer does, past the function at the edge, which asks MediaPackage for what is live. */
    String fetch(URI address) {
        return fetch(address, DISTRIBUTION);
    }

    /** As another distribution does. */
    String fetch(URI address, String distribution) {
        var path = LIVE.matcher(address.getPath());
        if (!path.matches()) {
            throw new IllegalStateException(address + " is nothing live");
        }
        return mediaPackage.fetch(
                "/out/v1/%s/%s_%s/hls/%s".formatted(GROUP, path.group(1), path.group(2), path.group(3)), distribution);
    }

    boolean plays(LiveOrigin live, Broadcast broadcast) {
        try {
            var manifest = live.playback(broadcast);
            return named(fetch(manifest)).allMatch(rendition -> {
                var segments = named(fetch(manifest.resolve(rendition))).toList();
                return !segments.isEmpty()
                        && !fetch(manifest.resolve(segments.get(segments.size() - 1)))
                                .isEmpty();
            });
        } catch (AwsRefusal none) {
            return false;
        }
    }

    boolean hasEnded(LiveOrigin live, Broadcast broadcast) {
        try {
            var manifest = live.playback(broadcast);
            return named(fetch(manifest))
                    .allMatch(rendition -> fetch(manifest.resolve(rendition)).contains("#EXT-X-ENDLIST"));
        } catch (AwsRefusal none) {
            return false;
        }
    }

    boolean plays(Broadcast broadcast, RecordingId recording) {
        var folder = broadcast.event().value() + "/" + recording.value() + "/";
        return s3.objects().containsKey(folder + "master.m3u8")
                && named(text(folder + "master.m3u8"))
                        .allMatch(rendition -> named(text(folder + rendition))
                                .allMatch(segment -> s3.objects().containsKey(folder + segment)));
    }

    private String text(String key) {
        var bytes = s3.objects().get(key);
        return bytes == null ? "nothing" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Stream<String> named(String playlist) {
        return playlist.lines().filter(line -> !line.startsWith("#")).peek(address -> {
            if (!RELATIVE.matcher(address).matches()) {
                throw new IllegalStateException(address + " does not carry the right to watch.");
            }
        });
    }

    @Override
    public void close() {
        origin.close();
        library.close();
        cloud.close();
    }
}
