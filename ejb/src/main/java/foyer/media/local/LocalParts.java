package foyer.media.local;

import foyer.media.Arrivals;
import foyer.media.LiveOrigin;
import foyer.media.MediaPlatform;
import foyer.media.On;
import foyer.media.VodLibrary;
import foyer.media.edge.Edge;
import foyer.shared.Settings;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes this adapter's parts. */
@ApplicationScoped
class LocalParts {
    @Produces
    @Singleton
    LocalSettings settings() {
        return LocalSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Programs programs() {
        return new Programs();
    }

    void end(@Disposes Programs programs) {
        programs.close();
    }

    @Produces
    @Singleton
    @On(MediaPlatform.LOCAL)
    VodLibrary library(LocalSettings settings, Programs programs, Signatures signatures) {
        return new LocalVodLibrary(settings, programs, signatures);
    }

    @Produces
    @Singleton
    @On(MediaPlatform.LOCAL)
    Edge edge() {
        return new NoEdge();
    }

    @Produces
    @Singleton
    LocalLiveSettings live() {
        return LocalLiveSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    LivePlaylists playlists(LocalSettings settings, LocalLiveSettings live, Clock clock) {
        return new LivePlaylists(settings, live.window(), clock);
    }

    @Produces
    @Singleton
    RecentFiles recent(Clock clock) {
        return new RecentFiles(clock);
    }

    @Produces
    @Singleton
    @On(MediaPlatform.LOCAL)
    LiveOrigin origin(LocalSettings settings, LocalLiveSettings live, Programs programs, Clock clock) {
        return new LocalLiveOrigin(settings, live, programs, clock);
    }

    void end(@Disposes @On(MediaPlatform.LOCAL) LiveOrigin origin) {
        if (origin instanceof LocalLiveOrigin ours) {
            ours.close();
        }
    }

    @Produces
    @Singleton
    Arrivals arrivals(LocalSettings settings) {
        return new PartFiles(settings);
    }
}
