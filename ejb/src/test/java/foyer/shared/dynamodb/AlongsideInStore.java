package foyer.shared.dynamodb;

import foyer.shared.Alongside;

/** Writes a change alongside by itself, or fails with the refusal that it brought along. */
public final class AlongsideInStore {
    private AlongsideInStore() {}

    public static void write(StoreClient client, Alongside change) {
        var parts = StoredAlongside.in(change);
        if (parts.isEmpty()) {
            return;
        }
        var items = parts.stream().map(StoredAlongside::item).toList();
        new Attempts().write(client, items).ifPresent(refused -> {
            StoredAlongside.refuse(parts, refused, 0);
            throw refused;
        });
    }
}
