package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Fate.Refunding;
import java.util.List;

/** Stripe's test cards (docs.stripe.com/testing), each with what it stands for. */
public enum TestCard implements Means {
    SUCCESS("4242424242424242", "pm_card_visa"),
    DEBIT("4000056655665556", "pm_card_visa_debit"),
    MASTERCARD("5555555555554444", "pm_card_mastercard"),
    AMEX("378282246310005", "pm_card_amex"),
    DECLINED("4000000000000002", "pm_card_chargeDeclined"),
    INSUFFICIENT_FUNDS("4000000000009995", "pm_card_chargeDeclinedInsufficientFunds"),
    LOST("4000000000009987", "pm_card_chargeDeclinedLostCard"),
    STOLEN("4000000000009979", "pm_card_chargeDeclinedStolenCard"),
    EXPIRED("4000000000000069", "pm_card_chargeDeclinedExpiredCard"),
    WRONG_CVC("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc"),
    PROCESSING_ERROR("4000000000000119", "pm_card_chargeDeclinedProcessingError"),
    TOO_OFTEN("4000000000006975", "pm_card_chargeDeclinedVelocityLimitExceeded"),
    CHALLENGE("4000002500003155", "pm_card_authenticationRequiredOnSetup"),
    CHALLENGE_ALWAYS("4000002760003184", "pm_card_authenticationRequired"),
    CHALLENGE_THEN_DECLINED("4000008400001629", "pm_card_threeDSecureRequiredChargeDeclined"),
    REFUND_LATE("4000000000007726", "pm_card_pendingRefund"),
    REFUND_FAILING("4000000000005126", "pm_card_refundFail"),
    DISPUTED("4000000000000259", "pm_card_createDispute"),
    DISPUTED_NOT_RECEIVED("4000000000002685", "pm_card_createDisputeProductNotReceived");

    private static final String PLAIN = "Your card was declined.";

    private final String number;
    private final String token;

    TestCard(String number, String token) {
        this.number = number;
        this.token = token;
    }

    @Override
    public Fate fate() {
        return switch (this) {
            case SUCCESS, DEBIT, MASTERCARD, AMEX -> Fate.PAID;
            case DECLINED -> Fate.declined(Decline.of("generic_decline", PLAIN));
            case INSUFFICIENT_FUNDS ->
                Fate.declined(Decline.of("insufficient_funds", "Your card has insufficient funds."));
            case LOST -> Fate.declined(Decline.of("lost_card", PLAIN));
            case STOLEN -> Fate.declined(Decline.of("stolen_card", PLAIN));
            case EXPIRED -> Fate.declined(Decline.coded("expired_card", "Your card has expired."));
            case WRONG_CVC -> Fate.declined(Decline.coded("incorrect_cvc", "Your card's security code is incorrect."));
            case PROCESSING_ERROR ->
                Fate.declined(Decline.coded(
                        "processing_error",
                        "An error occurred while processing your card. Try again in a little bit."));
            case TOO_OFTEN ->
                Fate.declined(
                        Decline.of(
                                "card_velocity_exceeded",
                                "Your card was declined for making repeated attempts too frequently or exceeding its amount limit."));
            case CHALLENGE, CHALLENGE_ALWAYS -> Fate.PAID.afterChallenge();
            case CHALLENGE_THEN_DECLINED ->
                Fate.declined(Decline.of("generic_decline", PLAIN)).afterChallenge();
            case REFUND_LATE -> Fate.refunded(Refunding.SUCCEEDS_LATE);
            case REFUND_FAILING -> Fate.refunded(Refunding.FAILS_LATE);
            case DISPUTED -> Fate.PAID.disputed("fraudulent");
            case DISPUTED_NOT_RECEIVED -> Fate.PAID.disputed("product_not_received");
        };
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public String type() {
        return "card";
    }

    String brand() {
        return switch (number.charAt(0)) {
            case '5' -> "mastercard";
            case '3' -> "amex";
            default -> "visa";
        };
    }

    private Tree common() {
        return new Tree()
                .with("brand", brand())
                .with(
                        "checks",
                        new Tree()
                                .withNull("address_line1_check", "address_postal_code_check")
                                .with("cvc_check", this == WRONG_CVC ? "fail" : "pass"))
                .with("country", "US")
                .with("exp_month", 12L)
                .with("exp_year", 2099L)
                .with("fingerprint", "sandbox" + lastFour())
                .with("funding", this == DEBIT ? "debit" : "credit")
                .with("last4", lastFour())
                .withNull("regulated_status", "wallet");
    }

    @Override
    public Tree methodDetails() {
        return common().with("display_brand", brand())
                .withNull("generated_from")
                .with("networks", new Tree().with("available", List.of(brand())).withNull("preferred"))
                .with("three_d_secure_usage", new Tree().with("supported", true));
    }

    @Override
    public Tree chargeDetails(long amount) {
        return common().with("amount_authorized", amount)
                .with("authorization_code", fate().refusal().isPresent() ? null : "123456")
                .with("extended_authorization", new Tree().with("status", "disabled"))
                .with("incremental_authorization", new Tree().with("status", "unavailable"))
                .withNull("installments", "mandate", "network_transaction_id", "transaction_link_id")
                .with("multicapture", new Tree().with("status", "unavailable"))
                .with("network", brand())
                .with("network_token", new Tree().with("used", false))
                .with(
                        "overcapture",
                        new Tree().with("maximum_amount_capturable", amount).with("status", "unavailable"))
                .with("three_d_secure", fate().challenged() ? threeDomainSecure() : null);
    }

    private static Tree threeDomainSecure() {
        return new Tree()
                .with("authentication_flow", "challenge")
                .with("electronic_commerce_indicator", "05")
                .withNull("exemption_indicator", "result_reason", "transaction_id")
                .with("result", "authenticated")
                .with("version", "2.2.0");
    }
}
