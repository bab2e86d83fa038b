package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.ledger.Disputes;
import foyer.shared.dynamodb.StoredItem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeItemsTest {
    /** Nodes of before know no other words than these. */
    @ParameterizedTest
    @CsvSource({
        "0,0,0,NONE",
        "1,0,0,OPEN",
        "2,0,0,OPEN",
        "1,1,0,WON",
        "2,1,0,OPEN_AGAIN",
        "2,2,0,WON_AGAIN",
        "3,2,0,OPEN_AGAIN",
        "7,7,0,WON_AGAIN",
        "1,0,1,LOST",
        "3,1,1,LOST"
    })
    void anyNumberIsReadAsItWasWrittenAndByOlderNodesAsFarAsTheyKnow(int opened, int won, int lost, String word) {
        var amount = 500L * lost;
        var written = DisputeItems.attributes(new Disputes(opened, won, lost, amount));

        assertThat(DisputeItems.disputes(new StoredItem(written))).isEqualTo(new Disputes(opened, won, lost, amount));
        assertThat(written).containsEntry("dispute", text(word));
    }

    @ParameterizedTest
    @CsvSource({"NONE,0,0,0", "OPEN,1,0,0", "WON,1,1,0", "OPEN_AGAIN,2,1,0", "WON_AGAIN,2,2,0", "LOST,1,0,1"})
    void whatAnOlderNodeWroteIsRead(String word, int opened, int won, int lost) {
        assertThat(DisputeItems.disputes(new StoredItem(Map.of("dispute", text(word)))))
                .isEqualTo(new Disputes(opened, won, lost, 0));
    }

    @Test
    void whereANodeOfBeforeWroteNoAmountNoneIsKnown() {
        var written = new HashMap<>(DisputeItems.attributes(Disputes.losing(500)));
        written.remove("disputesLostAmount");

        assertThat(DisputeItems.disputes(new StoredItem(written))).isEqualTo(Disputes.losing(0));
    }
}
