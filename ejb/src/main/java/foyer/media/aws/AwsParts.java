package foyer.media.aws;

import foyer.media.LiveOrigin;
import foyer.media.MediaPlatform;
import foyer.media.NoChannels;
import foyer.media.On;
import foyer.media.VodLibrary;
import foyer.media.edge.Edge;
import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes the picture's half of AWS known. As the ports, with no type of the SDK's at any member: at a deployment the server reads the types
 * of all members of beans and what those name, and with MediaConvert's that would be thousands.
 */
@ApplicationScoped
class AwsParts {
    @Produces
    @Singleton
    AwsSettings settings() {
        return AwsSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    AwsLiveSettings liveSettings() {
        return AwsLiveSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    @On(MediaPlatform.AWS)
    LiveOrigin origin(AwsSettings settings, AwsLiveSettings live, AwsTurnstile turnstile, Clock clock) {
        return live.lacking()
                .<LiveOrigin>map(NoChannels::new)
                .orElseGet(() -> AwsLiveOrigin.open(settings, live, turnstile, clock));
    }

    @Produces
    @Singleton
    @On(MediaPlatform.AWS)
    VodLibrary library(AwsSettings settings, AwsTurnstile turnstile, Clock clock) {
        return AwsVodLibrary.open(settings, turnstile, clock);
    }

    @Produces
    @Singleton
    @On(MediaPlatform.AWS)
    Edge edge(AwsSettings settings, EdgeTurnstile turnstile, Clock clock) {
        return KeyValueEdge.open(settings, turnstile, clock);
    }

    void leave(@Disposes @On(MediaPlatform.AWS) Edge edge) {
        if (edge instanceof KeyValueEdge open) {
            open.close();
        }
    }

    void end(@Disposes @On(MediaPlatform.AWS) LiveOrigin origin) {
        if (origin instanceof AwsLiveOrigin open) {
            open.close();
        }
    }

    void close(@Disposes @On(MediaPlatform.AWS) VodLibrary library) {
        if (library instanceof AwsVodLibrary open) {
            open.close();
        }
    }
}
