package foyer.shared;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as somebody typed it. Two are the same when they agree in Unicode's NFC with the domain in lower
 * case, be its letters written as themselves or in their ASCII form: only the mailbox's own server knows whether case matters before the {@code @}, so there it does.
 *
 * @param typed kept for letters and for showing; compared by {@link #key()}
 */
public record EmailAddress(String typed) {
    private static final int MOST = 254; // RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets
    private static final int MOST_LOCAL = 64;
    private static final int MOST_DOMAIN = 253;
    // RFC 2047, 5, forbids it here, and some servers decode it all the same, and find another address in it.
    private static final String ENCODED_WORD = "=?";
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");

    public EmailAddress {
        if (!wellFormed(typed)) {
            throw new IllegalArgumentException("Not an e-mail address.");
        }
    }

    /** Empty for what cannot be an address; blanks around it do not count. */
    public static Optional<EmailAddress> read(String text) {
        var stripped = text.strip();
        return wellFormed(stripped) ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    /** What addresses are compared and looked up by. */
    public String key() {
        var normal = Normalizer.normalize(typed, Normalizer.Form.NFC);
        var at = normal.lastIndexOf('@');
        return normal.substring(0, at + 1) + canonical(normal.substring(at + 1));
    }

    private static String canonical(String domain) {
        var ascii = ascii(domain.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
        var read = Normalizer.normalize(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED), Normalizer.Form.NFC);
        // An ASCII form may stand for what is no letter, and is then a name of its own.
        return labelled(read) ? read : ascii;
    }

    /** As it travels: a domain in letters of all alphabets in its ASCII form (RFC 5891). */
    public String mailable() {
        var at = typed.lastIndexOf('@');
        return typed.substring(0, at + 1) + ascii(typed.substring(at + 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return typed;
    }

    private static boolean wellFormed(String text) {
        var at = text.lastIndexOf('@');
        if (text.length() > MOST || at < 1 || at > MOST_LOCAL || text.contains(ENCODED_WORD)) {
            return false;
        }
        return LOCAL.matcher(text.substring(0, at)).matches() && domain(text.substring(at + 1));
    }

    private static boolean domain(String text) {
        return labelled(text) && hasAscii(text);
    }

    private static boolean labelled(String text) {
        var labels = text.split("\\.", -1);
        return labels.length >= 2
                && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches());
    }

    // A label may fit as it is typed, and be too long where it travels.
    private static boolean hasAscii(String domain) {
        try {
            return ascii(domain).length() <= MOST_DOMAIN;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    private static String ascii(String domain) {
        return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    }
}
