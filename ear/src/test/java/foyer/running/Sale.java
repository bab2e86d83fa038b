package foyer.running;

import static foyer.running.Journey.arrives;

import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Shopper;
import jakarta.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A seat of an event, the only one where nothing else is said, on its way from the door to the refund, and whether all that is to
 * be seen of it agrees.
 */
final class Sale {
    private static final int A_QUARTER = 25;
    private static final int ALL = 100;
    private static final long A_PART = 300;
    private static final String ALL_OF_IT = "{}";

    private final Http everyone;
    private final Http organizer;
    private final String event;
    private final int percent;
    private final Buyer buyer;
    private final Witness witness;
    private final String refundKey = UUID.randomUUID().toString();
    /** What becomes of it once they have paid. */
    private BooleanSupplier ending = this::isSold;
    /** What the organizer was asked to give back, as the body of the call; empty: nothing. */
    private String order = "";

    /** An event and a voucher that takes off a quarter, of which nobody knows yet. */
    Sale(Http everyone, Http organizer) {
        this(aSeat(Shopper.offer(), organizer), A_QUARTER, everyone, organizer);
    }

    private Sale(String event, int percent, Http everyone, Http organizer) {
        this.everyone = everyone;
        this.organizer = organizer;
        this.event = event;
        this.percent = percent;
        this.buyer = new Buyer(everyone, event, aVoucher(percent, organizer));
        this.witness = new Witness(everyone, organizer, event, buyer.mailbox());
    }

    private static String aVoucher(int percent, Http organizer) {
        return organizer
                .call("POST", "/api/vouchers", "{\"percent\": " + percent + ", \"limit\": 1}")
                .expect(201)
                .json()
                .getString("code");
    }

    /** The same, by a voucher that takes off all of it. */
    static Sale forNothing(Http everyone, Http organizer) {
        return new Sale(aSeat(Shopper.offer(), organizer), ALL, everyone, organizer);
    }

    /** One of the seats of an event that there is already. */
    static Sale of(String event, Http everyone, Http organizer) {
        return new Sale(event, A_QUARTER, everyone, organizer);
    }

    /** An event with one seat; answers its id. */
    static String aSeat(EventFixture offer, Http organizer) {
        return offer.with("capacity", Json.createValue(1)).publishedBy(organizer);
    }

    /** Somebody buys the seat, looks whether it is theirs, and gets their money back from the organizer. */
    void boughtAndReturned() {
        buyer.registers();
        buyer.looksAt(buyer.buys());
        arrives("it is known to be paid", this::isSold);
        getsBack(ALL_OF_IT);
    }

    /** The organizer gives a part of it back, and the buyer keeps the seat. */
    void partlyReturned() {
        getsBack("{\"amount\": " + A_PART + "}");
    }

    /** Somebody pays, where there is anything to pay, and is seen no more. */
    void boughtByWhoNeverCameBack() {
        paid();
        arrives("it is known how it ended", ending);
    }

    /** The same by a bank debit, whose money comes some seconds later. */
    void boughtByDebit() {
        buyer.takes("delayed");
        boughtByWhoNeverCameBack();
    }

    /** The same, but some seconds later the bank says that there is no money. */
    void triedByDebit() {
        buyer.takes("delayed_failing");
        ending = () -> witness.paymentStatus().equals("failed");
        boughtByWhoNeverCameBack();
    }

    /** Somebody goes to the provider's page, comes back for another voucher, and pays with that one. */
    void boughtWithAnotherVoucher() {
        left();
        takesAnotherVoucher();
        buyer.buys();
        arrives("it is known to be paid", this::isSold);
    }

    /** Somebody pays, without looking what comes of it. */
    void paid() {
        buyer.registers();
        buyer.buys();
    }

    /** Somebody goes to the provider's page, and no further. */
    void left() {
        buyer.registers();
        buyer.asksForCheckout();
    }

    /** The checkout that they ask for from then on is another one. */
    void takesAnotherVoucher() {
        buyer.takesAnotherVoucher(aVoucher(percent, organizer));
    }

    /**
     * Who has a seat that is not paid yet asks for the checkout once more, as their page does, and pays; who ordered money back
     * and was not answered orders it again under the same key, and nothing more goes back for that.
     */
    void goesOn() {
        if (buyer.isIn() && witness.state().equals("held")) {
            if (!buyer.hasPaid()) {
                buyer.buys();
            }
            arrives("it is known how it ended", ending);
        }
        if (!order.isEmpty()) {
            getsBack(order);
        }
    }

    private void getsBack(String wanted) {
        order = wanted;
        var path = "/api/registrations/" + buyer.registration() + "/refund";
        Buyer.answered(organizer.with("Idempotency-Key", refundKey), path, wanted)
                .expect(200);
        arrives("the money is back", wanted.equals(ALL_OF_IT) ? this::isReturned : this::isPartlyReturned);
    }

    boolean isSold() {
        return witness.state().equals("confirmed");
    }

    /** Whether it is kept for its buyer, paid or not. */
    boolean isTaken() {
        return Set.of("held", "confirmed").contains(witness.state());
    }

    /** Whether all of the money is back, and the seat with it. */
    boolean isReturned() {
        var taken = isTaken();
        var charges = witness.charges();
        return !taken && !charges.isEmpty() && charges.stream().allMatch(Charge::isBack);
    }

    private boolean isPartlyReturned() {
        return isSold() && returned(witness.charges()) == A_PART;
    }

    private static long returned(List<Charge> charges) {
        return charges.stream().mapToLong(Charge::returned).sum();
    }

    Buyer buyer() {
        return buyer;
    }

    Witness witness() {
        return witness;
    }

    /** Empty where money, seat, right and vouchers agree and everything is told once; else what does not. */
    String fault() {
        return fault(Told.PAID, Told.RETURNED);
    }

    /** @param ofReturn the letters by which who paid and has their money back was told of both */
    String fault(Told... ofReturn) {
        var seen = witness.looks(percent == ALL, buyer.screen());
        // What costs most to be asked for comes last.
        return Stream.<Supplier<String>>of(
                        seen::fault,
                        () -> orderFault(seen),
                        () -> voucherFault(seen),
                        () -> fault("letters", witness.told(), seen.letters(List.of(ofReturn))),
                        () -> fault("a person was called", witness.alerts(), seen.alerts()),
                        () -> fault("unmatched", witness.unmatched(), seen.unmatched()))
                .map(Supplier::get)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String fault(String what, Object found, Object wanted) {
        return found.equals(wanted) ? "" : "%s: %s instead of %s".formatted(what, found, wanted);
    }

    private String orderFault(Evidence seen) {
        var part = !order.isEmpty() && !order.equals(ALL_OF_IT);
        return part && returned(seen.charges()) > A_PART ? "more went back than " + order : "";
    }

    // One that was used for what is over is free again, and one that was left for another is not used.
    private String voucherFault(Evidence seen) {
        if (seen.is("held")) {
            return "";
        }
        var wanted = new HashSet<String>();
        if (seen.isGiven()) {
            wanted.addAll(buyer.vouchers());
        }
        seen.charges().stream()
                .filter(charge -> charge.kept() > 0)
                .forEach(charge -> wanted.add(buyer.voucherOf(charge.payment())));
        var used = buyer.vouchers().stream().filter(this::isUsed).collect(Collectors.toSet());
        return fault("used vouchers of a seat that is " + seen.state(), used, wanted);
    }

    private boolean isUsed(String voucher) {
        return organizer.get("/api/vouchers/" + voucher).expect(200).json().getInt("uses") > 0;
    }

    /** The same of what can be seen once only. */
    String faultAtTheEnd() {
        return isFree() == isTaken() ? "the seat is free and taken, or neither" : "";
    }

    /** Whether somebody else gets the seat, which they take. */
    boolean isFree() {
        var answer = everyone.post("/api/registrations", Door.wish(event, Mailbox.fresh()));
        return answer.status() != 409 && answer.expect(201).status() == 201;
    }
}
