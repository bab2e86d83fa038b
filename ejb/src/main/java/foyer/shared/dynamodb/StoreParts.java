package foyer.shared.dynamodb;

import foyer.shared.Settings;
import foyer.shared.Strain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the adapters are given: the settings, the one guarded client of this node, and how long people wait for it. */
@ApplicationScoped
class StoreParts {
    @Produces
    @Singleton
    StoreSettings settings() {
        return StoreSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Strain strain(StoreSettings settings) {
        return new Strain(settings.ease(), System::nanoTime);
    }

    @Produces
    @Singleton
    StoreClient client(StoreSettings settings, Turnstile turnstile, Strain strain, FirstQuestion before) {
        before.await();
        return new GuardedClient(StoreConnection.open(settings), settings.concurrency(), turnstile, strain);
    }

    void close(@Disposes StoreClient client) {
        client.close();
    }
}
