package foyer.analytics.dynamodb;

import foyer.shared.dynamodb.StoreClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** A store that takes every transaction for one without conditions. */
final class Unconditional {
    private Unconditional() {}

    static StoreClient over(StoreClient client) {
        return (StoreClient) Proxy.newProxyInstance(
                StoreClient.class.getClassLoader(), new Class<?>[] {StoreClient.class}, (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (arguments != null && arguments[0] instanceof TransactWriteItemsRequest request) {
                        return client.transactWriteItems(without(request));
                    }
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private static TransactWriteItemsRequest without(TransactWriteItemsRequest request) {
        return request.toBuilder()
                .transactItems(request.transactItems().stream()
                        .map(Unconditional::without)
                        .toList())
                .build();
    }

    private static TransactWriteItem without(TransactWriteItem item) {
        return item.put() == null
                ? item
                : item.toBuilder().put(plain(item.put())).build();
    }

    private static Put plain(Put put) {
        return Put.builder().tableName(put.tableName()).item(put.item()).build();
    }
}
