package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.payment.ledger.Disputes;
import foyer.shared.dynamodb.StoredItem;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns disputes into attributes of their payment's item and back: a number each, and beside them the one word by which older
 * nodes know them, so that both can run at once. An older node writes the word alone, which tells two disputes from one, but
 * not three from two; what it leaves out is seen anew at the provider.
 */
final class DisputeItems {
    private static final String WORD = "dispute";
    private static final String OPENED = "disputesOpened";
    private static final String WON = "disputesWon";
    private static final String LOST = "disputesLost";
    private static final String LOST_AMOUNT = "disputesLostAmount";

    private DisputeItems() {}

    static Map<String, AttributeValue> attributes(Disputes disputes) {
        return Map.of(
                WORD, text(word(disputes)),
                OPENED, number(disputes.opened()),
                WON, number(disputes.won()),
                LOST, number(disputes.lost()),
                LOST_AMOUNT, number(disputes.lostAmount()));
    }

    static Disputes disputes(StoredItem item) {
        var opened = item.numberIfThere(OPENED);
        return opened == null
                ? disputes(item.text(WORD))
                : new Disputes(opened.intValue(), (int) item.number(WON), (int) item.number(LOST), lostAmount(item));
    }

    private static long lostAmount(StoredItem item) {
        var known = item.numberIfThere(LOST_AMOUNT);
        return known == null ? 0 : known;
    }

    private static String word(Disputes disputes) {
        if (disputes.lost() > 0) {
            return "LOST";
        }
        if (disputes.open()) {
            return disputes.won() == 0 ? "OPEN" : "OPEN_AGAIN";
        }
        return disputes.won() == 0 ? "NONE" : disputes.won() == 1 ? "WON" : "WON_AGAIN";
    }

    private static Disputes disputes(String word) {
        return switch (word) {
            case "NONE" -> Disputes.NONE;
            case "OPEN" -> Disputes.OPEN;
            case "WON" -> Disputes.WON;
            case "OPEN_AGAIN" -> Disputes.WON.and(Disputes.OPEN);
            case "WON_AGAIN" -> Disputes.WON.and(Disputes.WON);
            case "LOST" -> Disputes.losing(0);
            default -> throw new IllegalStateException("No payment is kept with disputes that are " + word);
        };
    }
}
