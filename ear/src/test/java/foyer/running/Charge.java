package foyer.running;

/**
 * Money that the provider took of somebody for a payment.
 *
 * @param payment our id of it
 * @param amount in minor units, like the sum that was sent back of it
 */
record Charge(String payment, long amount, long returned, Bank bank) {
    /** What the payer's bank does with it. */
    enum Bank {
        ASIDE,
        /** It was asked for the money and holds it. */
        ASKED,
        /** It took it for good. */
        TOOK
    }

    /** What is left of it for us. */
    long kept() {
        return bank == Bank.ASIDE ? amount - returned : 0;
    }

    boolean isBack() {
        return returned == amount;
    }

    /** How often a person is called for it: as the bank is asked, and as it has decided. */
    int alerts() {
        return switch (bank) {
            case ASIDE -> 0;
            case ASKED -> 1;
            case TOOK -> 2;
        };
    }
}
