package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Tree;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a shopper pays with, and what becomes of it: a number of Stripe's own test numbers, never a real one. */
public interface Means {
    /** A card's number, an IBAN or a bank account's number. */
    String number();

    /** The payment method a server names instead of a number, as {@code pm_card_visa}; empty where Stripe has none. */
    String token();

    /** Stripe's word for the kind of payment method. */
    String type();

    Fate fate();

    /** What a payment method tells of it. */
    Tree methodDetails();

    /** What a charge tells of it. */
    Tree chargeDetails(long amount);

    default String lastFour() {
        return number().substring(number().length() - 4);
    }

    /** By its number, however it is spaced, its token, or the name of the constant in small letters. */
    static Optional<Means> named(String text) {
        var compact = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return all().filter(means -> means.number().equals(compact)
                        || means.token().equalsIgnoreCase(text.strip())
                        || means.toString().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    static Stream<Means> all() {
        return Stream.concat(Stream.of(TestCard.values()), Stream.of(TestDebit.values()));
    }
}
