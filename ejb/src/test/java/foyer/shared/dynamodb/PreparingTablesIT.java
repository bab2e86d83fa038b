package foyer.shared.dynamodb;

import static foyer.shared.dynamodb.TableDefinition.KeyAttribute.number;
import static foyer.shared.dynamodb.TableDefinition.KeyAttribute.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class PreparingTablesIT {
    private static final TableDefinition TICKETS = TableDefinition.of("tickets", text("ticketId"))
            .indexed("eventId-createdAt-index", text("eventId"), number("createdAt"))
            .expiringAt("expiresAt");

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(TICKETS);

    @Test
    void aNewTableHasKeysIndexExpiryAndIsBilledByRequest() {
        var name = STORE.settings().table("tickets");

        var table = STORE.client().describeTable(asked -> asked.tableName(name)).table();
        assertThat(table.keySchema()).isEqualTo(Keys.schema(TICKETS));
        assertThat(table.globalSecondaryIndexes()).hasSize(1);
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(TableCheck.expiry(STORE.client(), name)).isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void preparingAgainChangesNothing() {
        STORE.client()
                .putItem(put ->
                        put.tableName(STORE.settings().table("tickets")).item(Items.item(Map.of("ticketId", "kept"))));

        prepare(true, TICKETS);

        assertThat(STORE.client()
                        .getItem(get -> get.tableName(STORE.settings().table("tickets"))
                                .key(Items.item(Map.of("ticketId", "kept"))))
                        .hasItem())
                .isTrue();
    }

    @Test
    void aStoreThatIsBusyForAMomentEndsNoStart() {
        STORE.fail(Fault.THROTTLE, "DescribeTable", 2);

        assertThatCode(() -> new TableCreation(STORE.client(), STORE.settings()).complete(TICKETS))
                .doesNotThrowAnyException();
    }

    @Test
    void anExpiryThatAnotherNodeHasSwitchedOnMeanwhileEndsNoStart() {
        STORE.fail(Fault.ANSWER_LOST, "UpdateTimeToLive", 1);

        prepare(true, TableDefinition.of("met", text("id")).expiringAt("expiresAt"));

        assertThat(TableCheck.expiry(STORE.client(), STORE.settings().table("met")))
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> prepare(false, TableDefinition.of("absent", text("id"))))
                .isInstanceOf(WrongTables.class)
                .hasMessageContaining(STORE.settings().table("absent") + " is missing");
    }

    @Test
    void aTableWithAnotherKeyIsNamedWithBothKeys() {
        assertThatThrownBy(() -> prepare(true, TableDefinition.of("tickets", text("seat"))))
                .isInstanceOf(WrongTables.class)
                .hasMessageContaining(STORE.settings().table("tickets"))
                .hasMessageContaining("ticketId (HASH, S)")
                .hasMessageContaining("seat (HASH, S)");
    }

    @Test
    void aKeyOfAnotherTypeDoesNotFit() {
        assertThatThrownBy(() -> prepare(true, TableDefinition.of("tickets", number("ticketId"))))
                .isInstanceOf(WrongTables.class);
    }

    @Test
    void aMissingIndexIsNamed() {
        assertThatThrownBy(() -> prepare(true, TICKETS.indexed("email-index", text("email"), text("ticketId"))))
                .isInstanceOf(WrongTables.class)
                .hasMessageContaining("has no index email-index");
    }

    @Test
    void anotherExpiryDoesNotFit() {
        assertThatThrownBy(() -> prepare(true, TICKETS.expiringAt("until")))
                .isInstanceOf(WrongTables.class)
                .hasMessageContaining("does not expire items by the attribute until");
    }

    @Test
    void allThatDoNotFitAreNamedAtOnce() {
        assertThatThrownBy(() -> prepare(
                        false, TableDefinition.of("one", text("id")), TableDefinition.of("another", text("id"))))
                .hasMessageContaining("another is missing")
                .hasMessageContaining("one is missing");
    }

    @Test
    void whatATableHasBeyondItsDefinitionDoesNotMatter() {
        assertThatCode(() -> prepare(false, TableDefinition.of("tickets", text("ticketId"))))
                .doesNotThrowAnyException();
    }

    private static void prepare(boolean create, TableDefinition... tables) {
        var settings = STORE.settings();
        var asked = new StoreSettings(
                settings.endpoint(),
                settings.region(),
                settings.prefix(),
                create,
                settings.prepareWithin(),
                settings.attemptTimeout(),
                settings.callTimeout(),
                settings.retries(),
                settings.connections(),
                settings.concurrency(),
                settings.ease());
        PreparingTables.prepareAll(STORE.client(), asked, List.of(tables));
    }
}
