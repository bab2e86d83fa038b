package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Outgoing;
import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class OutboxItemsIT {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(OutboxItems.DEFINITION);

    private final OutboxItems items =
            new OutboxItems(STORE.settings(), new Seal(new Signatures(new Secret(new byte[32]))));

    @Test
    void whatIsWrittenWaitsInItsLaneAndIsReadAsItWas() {
        var outgoing = anOutgoing("first");
        write(outgoing);

        assertThat(waiting()).map(items::read).contains(outgoing);
    }

    @Test
    void theFactsAreNotReadableInTheStore() {
        var outgoing = anOutgoing("sealed");
        write(outgoing);

        assertThat(waiting().toString()).contains("sealed").doesNotContain("ada@example.org");
    }

    @Test
    void theSameFactIsWrittenOnce() {
        write(anOutgoing("twice"));

        assertThatThrownBy(() -> write(anOutgoing("twice"))).isInstanceOf(TransactionCanceledException.class);
    }

    private static Outgoing anOutgoing(String id) {
        return new Outgoing(id, "letter", Map.of("to", "ada@example.org"), Instant.ofEpochMilli(1_000));
    }

    private void write(Outgoing outgoing) {
        STORE.client().transactWriteItems(transaction -> transaction.transactItems(List.of(items.write(outgoing))));
    }

    private static List<Map<String, AttributeValue>> waiting() {
        return IntStream.range(0, OutboxItems.LANES)
                .mapToObj(lane -> STORE.client()
                        .query(query -> query.tableName(STORE.settings().table(OutboxItems.TABLE))
                                .indexName(OutboxItems.WAITING)
                                .keyConditionExpression("lane = :lane")
                                .expressionAttributeValues(
                                        Map.of(":lane", Items.text(OutboxItems.lane("letter", lane))))))
                .flatMap(answer -> answer.items().stream())
                .toList();
    }
}
