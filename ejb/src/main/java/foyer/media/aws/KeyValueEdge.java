package foyer.media.aws;

import foyer.media.edge.Edge;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.CloudFrontKeyValueStoreClient;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.model.ConflictException;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.model.DeleteKeyRequestListItem;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.model.PutKeyRequestListItem;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.model.ResourceNotFoundException;

/**
 * CloudFront's KeyValueStore, which the function before the pictures asks. It takes one change at a time, and each names the state that it
 * changes.
 *
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateKeys.html">UpdateKeys</a>
 */
final class KeyValueEdge implements Edge, AutoCloseable {
    private static final String TAKEN_BACK = "1";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final AwsConnection connection;
    private final CloudFrontKeyValueStoreClient client;
    private final AwsCalls calls;
    private final String store;

    private KeyValueEdge(AwsConnection connection, AwsCalls calls, String store) {
        this.connection = connection;
        this.client = connection.keyValueStore();
        this.calls = calls;
        this.store = store;
    }

    static KeyValueEdge open(AwsSettings settings, EdgeTurnstile turnstile, Clock clock) {
        return new KeyValueEdge(new AwsConnection(settings, clock), new AwsCalls(turnstile), settings.keyValueStore());
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public boolean there() {
        return true;
    }

    @Override
    public void tell(Collection<String> refused, Collection<String> forgotten) {
        var puts = refused.stream()
                .map(key -> PutKeyRequestListItem.builder()
                        .key(key)
                        .value(TAKEN_BACK)
                        .build())
                .toList();
        // One that is not there would be refused, and all the others with it.
        var deletes = forgotten.stream()
                .filter(this::knows)
                .map(key -> DeleteKeyRequestListItem.builder().key(key).build())
                .toList();
        if (puts.isEmpty() && deletes.isEmpty()) {
            return;
        }
        var state = calls.make(() -> client.describeKeyValueStore(describe -> describe.kvsARN(store)))
                .eTag();
        try {
            calls.make(() -> client.updateKeys(
                    update -> update.kvsARN(store).ifMatch(state).puts(puts).deletes(deletes)));
        } catch (ConflictException anothers) {
            throw new Unavailable("Somebody else changes what the edge knows at the same moment.", SOON, anothers);
        }
    }

    private boolean knows(String key) {
        try {
            calls.make(() -> client.getKey(get -> get.kvsARN(store).key(key)));
            return true;
        } catch (ResourceNotFoundException none) {
            return false;
        }
    }
}
