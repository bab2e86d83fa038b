package foyer.media;

import foyer.event.PlayingAsIfLive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recording plays as if it were live where this deployment tells its playlists: not where CloudFront delivers it (docs/adr/0023). */
@ApplicationScoped
class SimuliveHere implements PlayingAsIfLive {
    /** As every origin plays a channel: {@link LiveOrigin#playback}. */
    private static final Pattern LIVE = Pattern.compile(".*/live/[A-Za-z0-9_-]{22}/[^/]*");

    @Inject
    PlatformSettings settings;

    @Override
    public Optional<String> hindrance(@Nullable String manifest) {
        return switch (settings.platform()) {
            case AWS ->
                Optional.of(
                        "On AWS recordings do not play as if they were live: CloudFront would deliver all of it at once, to everyone who may watch.");
            case LOCAL ->
                Optional.ofNullable(manifest)
                        .filter(address -> LIVE.matcher(address).matches())
                        .map(live -> "This event plays its live channel. Only a recording plays as if it were live.");
        };
    }
}
