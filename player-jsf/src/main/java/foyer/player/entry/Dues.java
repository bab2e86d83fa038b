package foyer.player.entry;

import foyer.event.Event;
import foyer.payment.ledger.Price;
import foyer.shared.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer is to pay.
 *
 * @param registration for which one; empty as long as nobody is to pay
 * @param full the price as the event says
 * @param due what is left of it by a voucher
 * @param until how long the seat is kept; null: as long as nobody is to pay
 * @param voucher given when registering; empty: none
 */
record Dues(
        String registration,
        Money full,
        Money due,
        @Nullable Instant until,
        String voucher) {

    /** Of nobody yet. */
    static Dues of(Event event) {
        return told(event, Map.of());
    }

    /** @param data the flow's {@code sessionData} at the step that asks for payment */
    static Dues told(Event event, Map<?, ?> data) {
        var price = event.plan()
                .admission()
                .payment()
                .price()
                .orElseThrow(() -> new IllegalStateException("A paid event has no price: " + event.id()));
        var until = data.get("holdExpiresAt");
        return new Dues(
                text(data, "registrationId"),
                price,
                price,
                until == null ? null : Instant.parse(until.toString()),
                text(data, "voucher"));
    }

    Dues at(Price price) {
        return new Dues(registration, price.full(), price.due(), until, voucher);
    }

    boolean reduced() {
        return !full.equals(due);
    }

    private static String text(Map<?, ?> data, String name) {
        var value = data.get(name);
        return value == null ? "" : value.toString();
    }
}
