package foyer.running;

import foyer.running.Charge.Bank;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be seen of one buyer's seat and money from outside, whether these agree, and what has to be told of them.
 *
 * @param state of the seat; empty where nobody has registered
 * @param status of its payment, as the organizer is told
 * @param free whether there was nothing to pay
 * @param mayWatch whether their page shows the picture, or a screen of theirs goes on whose seat has ended
 * @param charges all that they paid
 * @param bounced how often their bank did not let the provider have money that takes its time
 * @param payable how many checkouts are open that somebody could pay
 */
record Evidence(
        String state, String status, boolean free, boolean mayWatch, List<Charge> charges, long bounced, long payable) {
    private static final String CONFIRMED = "confirmed";

    /** Empty where money, seat and right agree; else what does not. */
    String fault() {
        var access = access();
        if (access != is(CONFIRMED)) {
            return "kept %d of %d for a seat that is %s".formatted(kept(), paid(), state);
        }
        if (access != mayWatch) {
            return "a seat that is %s, and its buyer may watch: %s".formatted(state, mayWatch);
        }
        if (!state.isEmpty() && !status.equals(statusByMoney())) {
            return "kept %d of %d and called %s, not %s".formatted(kept(), paid(), status, statusByMoney());
        }
        if (!is("held") && payable > 0) {
            return "%d can still be paid for a seat that is %s".formatted(payable, state);
        }
        return "";
    }

    /** What reconciliation has to say of it: what is for a person to see to. */
    List<String> unmatched() {
        return charges.stream()
                .filter(charge -> charge.bank() == Bank.ASKED)
                .map(charge -> "needsPerson [\"dispute\"] " + charge.payment())
                .toList();
    }

    /**
     * The letters that the buyer has to have, in order.
     *
     * @param ofReturn by which who paid and has their money back is told of both
     */
    List<Told> letters(List<Told> ofReturn) {
        var ofCharges = charges.stream().flatMap(one -> one.returned() > 0 ? ofReturn.stream() : kept(one));
        var ofGift = Stream.of(Told.PAID).filter(told -> isGiven());
        var ofBounced = Stream.generate(() -> Told.FAILED).limit(bounced);
        return Stream.of(ofCharges, ofGift, ofBounced)
                .flatMap(letters -> letters)
                .sorted()
                .toList();
    }

    private static Stream<Told> kept(Charge charge) {
        return charge.bank() == Bank.ASIDE ? Stream.of(Told.PAID) : Stream.of(Told.PAID, Told.DISPUTED);
    }

    /** How often a person has to have been called. */
    long alerts() {
        return charges.stream().mapToLong(Charge::alerts).sum();
    }

    boolean is(String wanted) {
        return state.equals(wanted);
    }

    private long paid() {
        return charges.stream().mapToLong(Charge::amount).sum();
    }

    private long kept() {
        return charges.stream().mapToLong(Charge::kept).sum();
    }

    private boolean access() {
        return kept() > 0 || isGiven();
    }

    /** Whether they have it for nothing. */
    boolean isGiven() {
        return free && is(CONFIRMED);
    }

    private String statusByMoney() {
        if (access()) {
            return "completed";
        }
        if (charges.isEmpty()) {
            return bounced > 0 ? "failed" : "pending";
        }
        // What a bank has taken was paid, and nothing of it went back.
        return charges.stream().allMatch(Charge::isBack) ? "refunded" : "completed";
    }
}
