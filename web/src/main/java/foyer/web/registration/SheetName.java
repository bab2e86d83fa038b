package foyer.web.registration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What the file of a sheet is called: after its event, by letters and digits alone, so that no title reaches out of a folder or of the
 * header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266#section-5">RFC 6266, 5: in all alphabets, and for older programs in ASCII</a>
 */
final class SheetName {
    private static final int LONGEST = 60;
    private static final String BEGIN = "registrations";

    private SheetName() {}

    /** The header {@code Content-Disposition}. */
    static String disposition(String title) {
        var name = named(Normalizer.normalize(title, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-"));
        var plain = named(Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-"));
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String named(String words) {
        var most = words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
        var trimmed = most.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? BEGIN + ".csv" : BEGIN + "-" + trimmed + ".csv";
    }
}
