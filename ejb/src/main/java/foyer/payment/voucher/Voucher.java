package foyer.payment.voucher;

import foyer.event.EventId;
import foyer.payment.ledger.Price;
import foyer.shared.Money;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A code by which people pay less.
 *
 * @param code in upper case; people may type it in any case
 * @param event where it counts; null: at every event
 * @param amount what it takes off; null where it takes a part off
 * @param percent from 1 to 100 of the price; null where it takes an amount off
 * @param limit how often it can be used in all; null: without a limit
 * @param limitPerPerson how often by one address at all events together; null: without a limit
 * @param expiresAt from then on nobody uses it; null: never
 * @param uses that are taken now, by payments that are open or paid
 */
public record Voucher(
        String code,
        @Nullable EventId event,
        @Nullable Money amount,
        @Nullable Integer percent,
        @Nullable Long limit,
        @Nullable Long limitPerPerson,
        @Nullable Instant expiresAt,
        long uses,
        long version,
        Instant createdAt) {

    /** As it is kept, for what somebody typed. */
    public static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** What it takes off a price; fails with {@link VoucherRefused} where it does not count. */
    public Price on(Money full, EventId at, Instant now) {
        if (event != null && !event.equals(at)) {
            throw VoucherRefused.noSuch();
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            throw new VoucherRefused("expired", "This voucher has expired.");
        }
        if (limit != null && uses >= limit) {
            throw new VoucherRefused("used_up", "This voucher has been used up.");
        }
        return new Price(full, discount(full), code);
    }

    /** For the one whose use is among those that are taken. */
    Voucher withOneUseLess() {
        return new Voucher(
                code,
                event,
                amount,
                percent,
                limit,
                limitPerPerson,
                expiresAt,
                Math.max(0, uses - 1),
                version,
                createdAt);
    }

    private long discount(Money full) {
        if (amount != null) {
            if (!amount.currency().equals(full.currency())) {
                throw VoucherRefused.noSuch();
            }
            return Math.min(amount.minorUnits(), full.minorUnits());
        }
        var part = percent == null ? 0 : percent;
        return Math.multiplyExact(full.minorUnits(), part) / 100;
    }
}
