package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Tree;
import java.time.Duration;
import java.util.Locale;

/**
 * Bank accounts whose money comes late or not at all: Stripe's delayed methods (docs.stripe.com/payments,
 * pages on SEPA Direct Debit and ACH Direct Debit, "Test your integration").
 */
public enum TestDebit implements Means {
    DELAYED("DE89370400440532013000"),
    DELAYED_LONGER("DE08370400440532013003"),
    DELAYED_FAILING("DE62370400440532013001"),
    DELAYED_FAILING_LONGER("DE78370400440532013004"),
    DELAYED_DISPUTED("DE35370400440532013002"),
    ACH("000123456789"),
    ACH_FAILING("000222222227");

    /** Why a debit fails for which no other reason is given. */
    static final Decline UNFUNDED = new Decline(
            "payment_method_could_not_be_charged",
            "insufficient_funds",
            "The customer's account has insufficient funds to cover this payment.");

    /** Stripe's test accounts settle at once or after three minutes; here "at once" can be looked at. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration MINUTES = Duration.ofMinutes(3);

    private final String number;

    TestDebit(String number) {
        this.number = number;
    }

    @Override
    public Fate fate() {
        return switch (this) {
            case DELAYED, ACH -> Fate.PAID.late(SOON);
            case DELAYED_LONGER -> Fate.PAID.late(MINUTES);
            case DELAYED_FAILING, ACH_FAILING -> Fate.declined(UNFUNDED).late(SOON);
            case DELAYED_FAILING_LONGER -> Fate.declined(UNFUNDED).late(MINUTES);
            case DELAYED_DISPUTED -> Fate.PAID.disputed("debit_not_authorized").late(SOON);
        };
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public String token() {
        return isSepa() ? "pm_sepa_" + name().toLowerCase(Locale.ROOT) : "pm_usBankAccount_" + number;
    }

    @Override
    public String type() {
        return isSepa() ? "sepa_debit" : "us_bank_account";
    }

    private boolean isSepa() {
        return Character.isLetter(number.charAt(0));
    }

    @Override
    public Tree methodDetails() {
        var details = new Tree().with("fingerprint", "sandbox" + lastFour()).with("last4", lastFour());
        return isSepa()
                ? details.with("bank_code", number.substring(4, 12))
                        .with("branch_code", "")
                        .with("country", number.substring(0, 2))
                : details.with("account_holder_type", "individual")
                        .with("account_type", "checking")
                        .with("bank_name", "STRIPE TEST BANK")
                        .with("routing_number", "110000000");
    }

    @Override
    public Tree chargeDetails(long amount) {
        return methodDetails().withNull("mandate");
    }
}
