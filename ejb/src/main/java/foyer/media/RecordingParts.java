package foyer.media;

import foyer.media.edge.Edge;
import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the use cases around recordings and live channels are given, on the platform that the settings choose. */
@ApplicationScoped
class RecordingParts {
    @Produces
    @Singleton
    RecordingSettings settings() {
        return RecordingSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    PlatformSettings platform() {
        return PlatformSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    VodLibrary library(
            PlatformSettings settings,
            @On(MediaPlatform.LOCAL) Instance<VodLibrary> local,
            @On(MediaPlatform.AWS) Instance<VodLibrary> aws) {
        return chosen(settings, local, aws);
    }

    @Produces
    @Singleton
    RecentLengths lengths(Lengths lengths, Clock clock) {
        return new RecentLengths(lengths, clock);
    }

    @Produces
    @Singleton
    RecentHarvests harvests(Broadcasts broadcasts, LiveSettings settings, Clock clock) {
        return new RecentHarvests(broadcasts, settings, clock);
    }

    @Produces
    @Singleton
    Edge edge(
            PlatformSettings settings,
            @On(MediaPlatform.LOCAL) Instance<Edge> local,
            @On(MediaPlatform.AWS) Instance<Edge> aws) {
        return chosen(settings, local, aws);
    }

    @Produces
    @Singleton
    LiveSettings liveSettings() {
        return LiveSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    LiveOrigin origin(
            PlatformSettings settings,
            @On(MediaPlatform.LOCAL) Instance<LiveOrigin> local,
            @On(MediaPlatform.AWS) Instance<LiveOrigin> aws) {
        return chosen(settings, local, aws);
    }

    // The other one is never made.
    private static <T> T chosen(PlatformSettings settings, Instance<T> local, Instance<T> aws) {
        return switch (settings.platform()) {
            case LOCAL -> local.get();
            case AWS -> aws.get();
        };
    }
}
