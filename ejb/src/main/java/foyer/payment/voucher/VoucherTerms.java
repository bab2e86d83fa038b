package foyer.payment.voucher;

import foyer.event.Event;
import foyer.registration.Discounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tells those who register whether their voucher counts, before they are asked to pay. */
@Dependent
class VoucherTerms implements Discounts {
    private final Quoting quoting;
    private final VoucherGuesses guesses;

    @Inject
    VoucherTerms(Quoting quoting, VoucherGuesses guesses) {
        this.quoting = quoting;
        this.guesses = guesses;
    }

    @Override
    public String admitted(Event event, String typed, String callerAddress) {
        var price = guesses.priced(event.id(), callerAddress, () -> quoting.price(event, typed));
        return Voucher.normal(String.valueOf(price.voucher()));
    }
}
