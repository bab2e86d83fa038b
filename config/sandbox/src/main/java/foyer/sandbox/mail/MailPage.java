package foyer.sandbox.mail;

import foyer.sandbox.http.Answer;
import foyer.sandbox.page.Html;
import foyer.sandbox.page.Page;
import java.util.List;
import java.util.stream.Collectors;

/** The mailbox as a page. */
final class MailPage {
    private static final String EMPTY = "<p class=\"quiet\">No letter has arrived yet. Reload to look again.</p>";
    private static final String LETTER = """
            <details class="letter">
              <summary><span class="subject">%s</span> <span class="quiet">to %s</span> <time>%s</time></summary>
              %s
              <p><a href="/mail/messages/%s">as JSON, with its headers</a></p>
            </details>
            """;

    private MailPage() {}

    static Answer of(List<Letter> letters) {
        var shown = letters.stream().limit(200).map(MailPage::show).collect(Collectors.joining());
        return Page.of("Mailbox", letters.isEmpty() ? EMPTY : "<p>Letters: %d</p>%s".formatted(letters.size(), shown));
    }

    private static String show(Letter letter) {
        return LETTER.formatted(
                Html.escape(letter.subject().isBlank() ? "(no subject)" : letter.subject()),
                Html.escape(letter.to()),
                letter.receivedAt(),
                body(letter),
                Html.escape(letter.id()));
    }

    private static String body(Letter letter) {
        var text = letter.text().isBlank() ? "" : "<pre>%s</pre>".formatted(Html.escape(letter.text()));
        var html = letter.html().isBlank()
                ? ""
                : "<iframe sandbox=\"allow-popups\" title=\"The letter as designed\" loading=\"lazy\" src=\"/mail/messages/%s/html\"></iframe>"
                        .formatted(Html.escape(letter.id()));
        return text + html;
    }
}
