package foyer.media.playback;

import foyer.shared.Secret;
import foyer.shared.Settings;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what signs and reads the addresses of pictures. */
@ApplicationScoped
class PlaybackParts {
    @Produces
    @Singleton
    PlaybackSettings settings() {
        return PlaybackSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    PlaybackTokens tokens(PlaybackSettings settings, Signatures signatures) {
        return new PlaybackTokens(settings.keys().isEmpty() ? List.of(own(signatures)) : settings.keys());
    }

    // Enough where the same deployment signs and delivers; an edge elsewhere needs to be told a key.
    private static PlaybackKey own(Signatures signatures) {
        return new PlaybackKey("own", new Secret(signatures.mac("playback", "key")));
    }
}
