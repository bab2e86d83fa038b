package foyer.shared.dynamodb;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes what the adapters are given: the settings and the one guarded client of this node. */
@ApplicationScoped
class StoreParts {
    @Produces
    @Singleton
    StoreSettings settings() {
        return StoreSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    DynamoDbClient client(StoreSettings settings, Turnstile turnstile) {
        return new GuardedClient(StoreClient.open(settings), turnstile);
    }

    void close(@Disposes DynamoDbClient client) {
        client.close();
    }
}
