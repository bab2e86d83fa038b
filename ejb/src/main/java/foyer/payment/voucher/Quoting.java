package foyer.payment.voucher;

import foyer.event.ChargeablePrices;
import foyer.event.Event;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Price;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Money;
import foyer.shared.WrongState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what an event costs somebody, by the event's price and their voucher. */
@ApplicationScoped
public class Quoting {
    @Inject
    Vouchers vouchers;

    @Inject
    ChargeablePrices prices;

    @Inject
    Clock clock;

    /**
     * The price as it is now. Fails with {@link VoucherRefused} for a voucher that does not count here, with
     * {@link WrongState} for an event without a price.
     *
     * @param typed by the viewer; null or blank: no voucher
     */
    public Price price(Event event, @Nullable String typed) {
        return price(event, typed, List::of);
    }

    /**
     * The same for somebody who began to pay by that voucher: their own use of it is not in their way.
     *
     * @param begun for the same seat, one of which may be using it; asked for only where there is a voucher
     */
    public Price price(Event event, @Nullable String typed, Supplier<List<Payment>> begun) {
        var full = full(event);
        if (typed == null || typed.isBlank()) {
            return Price.of(full);
        }
        var found = vouchers.find(Voucher.normal(typed)).orElseThrow(VoucherRefused::noSuch);
        var own = begun.get().stream().anyMatch(payment -> payment.waitsWith(found.code()));
        var left = own ? found.withOneUseLess() : found;
        return left.on(full, event.id(), clock.instant()).atMost(prices);
    }

    /** Without a voucher. Fails with {@link WrongState} for an event without a price. */
    public Money full(Event event) {
        return event.plan().admission().payment().price().orElseThrow(() -> new WrongState("This event has no price."));
    }

    /**
     * The use of the payment's voucher, if it has one.
     *
     * @param begun for the same seat, whose use it may take over
     */
    public Alongside using(EmailAddress by, Payment payment, Collection<Payment> begun) {
        var code = payment.price().voucher();
        if (code == null) {
            return Alongside.nothing();
        }
        var found = vouchers.find(code).orElseThrow(VoucherRefused::noSuch);
        var others = begun.stream()
                .filter(other -> other.waitsWith(found.code()))
                .map(Payment::id)
                .toList();
        return vouchers.using(found, by, payment.id(), others);
    }
}
