package foyer.mail;

import java.util.regex.Pattern;

/**
 * Whom a letter may greet. Mail programs make links of whatever looks like an address, so that a name could lead the reader
 * anywhere in the organizer's name; what looks like one is greeted as nobody.
 */
final class Greeting {
    private static final int LONGEST = 40;
    // A scheme, an address of the web or of mail (browsers take the full stops of other alphabets for dots too), a
    // telephone's number, and what would begin a line of its own.
    private static final Pattern LINKED =
            Pattern.compile("\\p{L}:\\S|//|\\S@\\S|[.\u3002\uFF0E\uFF61](?:\\p{N}|[\\p{L}\\p{M}\\p{N}-]{2})"
                    + "|(?:\\p{N}[\\s()/.-]*){6}|[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    private Greeting() {}

    static boolean takes(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                && !LINKED.matcher(name).find();
    }
}
