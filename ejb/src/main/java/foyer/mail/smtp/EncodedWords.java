package foyer.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;

/** Texts of a head that are not of ASCII alone (RFC 2047). Jakarta Mail would look its streams up for each of the words. */
final class EncodedWords {
    /** A word has 75 characters at most, 12 of which say what it is. */
    private static final int BYTES_OF_A_WORD = 45;

    private EncodedWords() {}

    /** The text itself where all of it is ASCII, and else words with a space between them, which readers leave out. */
    static String of(String text) {
        if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return text;
        }
        var words = new ArrayList<String>();
        var from = 0;
        for (var until = 0; until < text.length(); ) {
            var next = text.offsetByCodePoints(until, 1);
            if (bytes(text, from, next).length > BYTES_OF_A_WORD) {
                words.add(word(text, from, until));
                from = until;
            }
            until = next;
        }
        words.add(word(text, from, text.length()));
        return String.join(" ", words);
    }

    private static String word(String text, int from, int until) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text, from, until)) + "?=";
    }

    private static byte[] bytes(String text, int from, int until) {
        return text.substring(from, until).getBytes(StandardCharsets.UTF_8);
    }
}
