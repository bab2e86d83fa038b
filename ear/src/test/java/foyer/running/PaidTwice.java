package foyer.running;

import foyer.whole.Http;
import foyer.whole.Provider;

/**
 * Somebody has the provider's page open, begins to pay with another voucher, and pays both, for the provider has not closed the
 * first: of the two one is for the seat, and the other goes back.
 */
final class PaidTwice implements Journey {
    private final Sale sale;

    PaidTwice(Http everyone, Http organizer) {
        sale = new Sale(everyone, organizer);
    }

    @Override
    public void setsOut() {
        sale.left();
        sale.takesAnotherVoucher();
    }

    @Override
    public void goes() {
        if (!sale.buyer().hasPaid()) {
            paysBoth();
        }
        Journey.arrives("one of the two is back", () -> sale.isSold() && charges(true) == 1);
    }

    private void paysBoth() {
        Provider.closesNothing();
        sale.buyer().asksForCheckout();
        // The next time is ten seconds later: whether it is asked meanwhile is not left to chance.
        Journey.arrives("it is asked to close the first", () -> sale.isTaken() && Provider.askedToClose() > 0);
        sale.buyer().pays();
        Provider.isWell();
    }

    @Override
    public void goesOn() {
        goes();
    }

    @Override
    public String fault() {
        var fault = sale.fault(Told.TWICE);
        return fault.isEmpty() && sale.buyer().hasPaid() ? faultOfTwo() : fault;
    }

    private String faultOfTwo() {
        if (charges(true) != 1 || charges(false) != 1) {
            return "of the two payments not one is for the seat and the other back: "
                    + sale.witness().charges();
        }
        return sale.witness().charges().stream().allMatch(this::isNamed)
                ? ""
                : "a letter names the wrong one of the two payments";
    }

    private long charges(boolean back) {
        return sale.witness().charges().stream()
                .filter(charge -> back ? charge.isBack() : charge.returned() == 0)
                .count();
    }

    private boolean isNamed(Charge charge) {
        return sale.witness().texts(charge.isBack() ? Told.TWICE : Told.PAID).stream()
                .allMatch(text -> text.contains(charge.payment()));
    }

    @Override
    public String faultAtTheEnd() {
        return sale.faultAtTheEnd();
    }
}
