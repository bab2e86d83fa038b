package foyer.payment;

import foyer.event.Event;
import foyer.registration.Discounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Tells those who register whether their voucher counts, before they are asked to pay. */
@Dependent
class VoucherTerms implements Discounts {
    private final Quoting quoting;

    @Inject
    VoucherTerms(Quoting quoting) {
        this.quoting = quoting;
    }

    @Override
    public String admitted(Event event, String typed) {
        return Voucher.normal(String.valueOf(quoting.price(event, typed).voucher()));
    }
}
