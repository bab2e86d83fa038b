package foyer.sandbox.stripe.book;

import java.util.random.RandomGenerator;

/** Ids as Stripe's look: a prefix and letters. The same source of numbers gives the same ids again. */
public final class Ids {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private final RandomGenerator source;

    public Ids(RandomGenerator source) {
        this.source = source;
    }

    public String fresh(String prefix) {
        return fresh(prefix, LENGTH);
    }

    /** @param length how many letters follow the prefix */
    public String fresh(String prefix, int length) {
        var id = new StringBuilder(prefix);
        for (var i = 0; i < length; i++) {
            id.append(LETTERS.charAt(source.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
