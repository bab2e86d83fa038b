package foyer.payment.simulation;

/** What people, banks, the provider and the machines do in a simulated history. */
enum Deed {
    REGISTER(7),
    CHECK_OUT(7),
    CHECK_OUT_IN_A_SECOND_TAB(4),
    CHECK_OUT_BY_VOUCHER(4),
    CHECK_OUT_FOR_NOTHING(4),
    PAY(7),
    PAY_BY_DEBIT(4),
    DEBIT_FAILS(4),
    PAY_ANOTHER_SUM(4),
    NOTICE(7),
    NOTICE_TWICE(4),
    NOTICE_LOST(7),
    COME_BACK(4),
    TIMER(7),
    HOLDS_END(4),
    RECONCILE(7),
    REFUND_A_PART(4),
    REFUND_ALL(4),
    REFUND_REPEATED(8),
    REFUND_THERE(5),
    REFUND_FAILS(7),
    DISPUTE(5),
    DISPUTE_WON(8),
    DISPUTE_LOST(8),
    WRITE_OFF(10),
    WITHDRAW(3),
    REVOKE(3),
    APPROVE(3),
    PRICE_CHANGES(3),
    ANOTHER_WAY_IN(3),
    CALL_OFF(3),
    PUT_AWAY(3),
    SECONDS_PASS(4),
    AN_HOUR_PASSES(3),
    SILENCE_AHEAD(3),
    CRASH_AHEAD(3),
    KEY_SPENT_AND_DONE(3),
    KEY_SPENT_NOT_DONE(3),
    BOTH_AT_ONCE(20);

    private final int weight;

    Deed(int weight) {
        this.weight = weight;
    }

    /** How often it happens, beside the others. */
    int weight() {
        return weight;
    }
}
