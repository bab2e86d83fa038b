package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.RefundOrder;
import foyer.registration.RegistrationId;
import foyer.shared.Money;
import foyer.shared.dynamodb.StoredItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns payments into items of their table and back. Money is in minor units beside its currency; what there is nothing of
 * is left out, so that the index of what is due holds nothing else.
 */
final class PaymentItems {
    /** Spread over these lanes, as texts, is what is due: one takes a thousand writes a second. */
    static final int DUE_LANES = 4;

    private PaymentItems() {}

    static Map<String, AttributeValue> key(PaymentId id) {
        return Map.of("paymentId", text(id.value()));
    }

    static Map<String, AttributeValue> item(Payment payment) {
        var item = new HashMap<>(key(payment.id()));
        item.put("registrationId", text(payment.registration().value()));
        item.put("eventId", text(payment.event().value()));
        price(item, payment.price());
        put(item, "returnUrl", payment.returnUrl());
        payment.atProvider().ifPresent(checkout -> {
            item.put("checkoutId", text(checkout.id()));
            item.put("checkoutUrl", text(checkout.url()));
        });
        item.put("payableUntil", moment(payment.payableUntil()));
        item.putAll(SeenItems.attributes(payment.seen()));
        item.put("outcome", text(payment.outcome().name()));
        item.put("wantedRefunds", number(payment.wanted()));
        if (!payment.orders().isEmpty()) {
            item.put(
                    "refundOrders",
                    AttributeValue.fromL(
                            payment.orders().stream().map(PaymentItems::order).toList()));
        }
        item.put("tries", number(payment.tries()));
        if (payment.unclosedSince() != null) {
            item.put("unclosedSince", moment(payment.unclosedSince()));
        }
        if (!payment.needs().isEmpty()) {
            item.put(
                    "needs",
                    AttributeValue.fromL(payment.needs().stream()
                            .sorted()
                            .map(need -> text(need.name()))
                            .toList()));
        }
        payment.next().ifPresent(due -> {
            item.put("dueAt", moment(due));
            item.put("dueLane", text(lane(payment.id())));
        });
        item.put("version", number(payment.version()));
        item.put("createdAt", moment(payment.createdAt()));
        item.put("createdDay", text(day(payment.createdAt()).toString()));
        item.put("updatedAt", moment(payment.updatedAt()));
        return item;
    }

    static Payment payment(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Payment(
                new PaymentId(item.text("paymentId")),
                new RegistrationId(item.text("registrationId")),
                new EventId(item.text("eventId")),
                price(item),
                item.textIfThere("returnUrl"),
                checkout(item),
                item.instant("payableUntil"),
                SeenItems.seen(item),
                Outcome.valueOf(item.text("outcome")),
                item.number("wantedRefunds"),
                orders(item),
                (int) item.number("tries"),
                item.instantIfThere("unclosedSince"),
                needs(item),
                item.instantIfThere("dueAt"),
                item.number("version"),
                item.instant("createdAt"),
                item.instant("updatedAt"));
    }

    static String lane(PaymentId id) {
        return Integer.toString(Math.floorMod(id.value().hashCode(), DUE_LANES));
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static AttributeValue moment(Instant moment) {
        return number(moment.toEpochMilli());
    }

    private static void price(Map<String, AttributeValue> item, Price price) {
        item.put("fullPrice", number(price.full().minorUnits()));
        item.put("currency", text(price.full().currency().getCurrencyCode()));
        item.put("discount", number(price.discount()));
        put(item, "voucher", price.voucher());
    }

    private static Price price(StoredItem item) {
        var full = new Money(item.number("fullPrice"), Currency.getInstance(item.text("currency")));
        return new Price(full, item.number("discount"), item.textIfThere("voucher"));
    }

    private static @Nullable Checkout checkout(StoredItem item) {
        var id = item.textIfThere("checkoutId");
        return id == null ? null : new Checkout(id, item.text("checkoutUrl"));
    }

    private static Set<Need> needs(StoredItem item) {
        var kept = item.attributes().get("needs");
        if (kept == null) {
            return Set.of();
        }
        // Older nodes wrote the one that they knew of, as a text.
        return kept.s() == null
                ? item.texts("needs").stream().map(Need::valueOf).collect(Collectors.toSet())
                : Set.of(Need.valueOf(kept.s()));
    }

    private static AttributeValue order(RefundOrder order) {
        return AttributeValue.fromM(Map.of(
                "id", text(order.id()),
                "minorUnits", number(order.minorUnits()),
                "orderedBy", text(order.by()),
                "orderedAt", moment(order.at())));
    }

    private static List<RefundOrder> orders(StoredItem item) {
        return item.attributes().containsKey("refundOrders")
                ? item.groups("refundOrders").stream()
                        .map(order -> new RefundOrder(
                                order.text("id"),
                                order.number("minorUnits"),
                                order.text("orderedBy"),
                                order.instant("orderedAt")))
                        .toList()
                : List.of();
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable String value) {
        if (value != null) {
            item.put(name, text(value));
        }
    }
}
