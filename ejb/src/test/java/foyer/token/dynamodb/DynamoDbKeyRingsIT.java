package foyer.token.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.SettableClock;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import foyer.token.KeyRing;
import foyer.token.KeyRings;
import foyer.token.KeyRingsContract;
import foyer.token.SomeSafes;
import foyer.token.SomeTokens;
import foyer.token.UnreadableKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbKeyRingsIT implements KeyRingsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbKeyRings.TABLE);

    @Override
    public KeyRings noRingYet() {
        STORE.client().deleteItem(delete -> delete.tableName(table()).key(DynamoDbKeyRings.KEY));
        return rings(1);
    }

    @Test
    void theStoreHoldsNoKeyInTheClear() {
        var rings = noRingYet();
        var ring = KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS);
        rings.succeed(ring);

        var item = STORE.client().getItem(get -> get.tableName(table()).key(DynamoDbKeyRings.KEY));

        assertThat(item.toString())
                .doesNotContain(ring.keys().get(0).pair().getD().toString());
    }

    @Test
    void aNodeWithAnotherSecretIsTold() {
        noRingYet().succeed(KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS));

        assertThatThrownBy(() -> rings(2).current()).isInstanceOf(UnreadableKeys.class);
    }

    @Test
    void anAnswerThatWasLostIsNotTakenForAnotherNode() {
        var rings = noRingYet();
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 1);

        assertThat(rings.succeed(KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS)))
                .isTrue();
    }

    private static KeyRings rings(int secret) {
        var rings = new DynamoDbKeyRings();
        rings.client = STORE.client();
        rings.settings = STORE.settings();
        rings.safe = SomeSafes.of(secret);
        return rings;
    }

    private static String table() {
        return STORE.settings().table(DynamoDbKeyRings.TABLE.name());
    }
}
