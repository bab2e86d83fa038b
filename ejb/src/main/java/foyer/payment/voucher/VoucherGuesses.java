package foyer.payment.voucher;

import foyer.event.EventId;
import foyer.payment.ledger.Price;
import foyer.registration.Registration;
import foyer.shared.TooManyRequests;
import foyer.traffic.NetworkAddress;
import foyer.traffic.Patience;
import foyer.traffic.Patience.Attempt;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes it slow to guess at the codes of vouchers, wherever one can be typed: wrong ones count by network and event, some are
 * free, and each further one waits longer. A right one never counts, and forgives none of the wrong ones before it, for who
 * guesses may have one already. Whoever has a seat held for them, and typed nothing wrong yet, does not wait for others who
 * share their network.
 */
@Dependent
public class VoucherGuesses {
    private final Patience patience;

    @Inject
    VoucherGuesses(Patience patience) {
        this.patience = patience;
    }

    /**
     * For somebody who registers. Fails with {@link TooManyRequests} for who has to wait, and as the price does.
     *
     * @param callerAddress the network address the call came from
     */
    public Price priced(EventId event, String callerAddress, Supplier<Price> price) {
        // Those who type a right one together would wait for each other if each counted until it is looked up. Not many
        // guesses get in at once, for who registers is held to a pace of their own.
        var network = network(event, callerAddress);
        patience.refuseEarly(network);
        return counted(price, () -> patience.failed(network));
    }

    /**
     * The same for somebody who pays for a seat: what they registered with is no guess.
     *
     * @param typed null or blank: no voucher
     */
    public Price priced(
            Registration registration, @Nullable String typed, String callerAddress, Supplier<Price> price) {
        if (typed == null
                || typed.isBlank()
                || Voucher.normal(typed).equals(registration.fee().voucher())) {
            return price.get();
        }
        var own = patience.unhindered("voucher of " + registration.id().value());
        var network = network(registration.event(), callerAddress);
        if (own.first()) {
            return counted(price, () -> patience.failed(network), own);
        }
        Attempt shared;
        try {
            shared = patience.attempt(network);
        } catch (TooManyRequests early) {
            own.takeBack();
            throw early;
        }
        return counted(price, () -> {}, own, shared);
    }

    /**
     * @param counting what is counted only once it proved wrong
     * @param attempts that are taken back unless it does
     */
    private static Price counted(Supplier<Price> price, Runnable counting, Attempt... attempts) {
        var wrong = false;
        try {
            return price.get();
        } catch (VoucherRefused refused) {
            wrong = refused.unknown();
            if (wrong) {
                counting.run();
            }
            throw refused;
        } finally {
            if (!wrong) {
                for (var attempt : attempts) {
                    attempt.takeBack();
                }
            }
        }
    }

    private static String network(EventId event, String callerAddress) {
        return "voucher at " + event.value() + " from " + NetworkAddress.of(callerAddress);
    }
}
