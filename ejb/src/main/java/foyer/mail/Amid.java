package foyer.mail;

import java.text.Bidi;

/**
 * What somebody typed, in the midst of our sentences. Text that runs from right to left, or pretends to, must not turn the
 * words around it: it is isolated (Unicode Standard Annex 9, 2.4), and what could end the isolation is left out.
 */
final class Amid {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private Amid() {}

    static String sentence(String typed) {
        var signs = typed.toCharArray();
        return Bidi.requiresBidi(signs, 0, signs.length)
                ? FIRST_STRONG_ISOLATE + typed.replaceAll("[\\u2066-\\u2069]", "") + POP_ISOLATE
                : typed;
    }
}
