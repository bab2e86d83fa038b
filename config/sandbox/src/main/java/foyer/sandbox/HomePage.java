package foyer.sandbox;

import foyer.sandbox.http.Answer;
import foyer.sandbox.page.Html;
import foyer.sandbox.page.Page;
import java.util.List;
import java.util.Locale;

/** The page that shows what stands in for what, and where. */
final class HomePage {
    private record Card(String title, String standsInFor, String address, String links) {}

    private HomePage() {}

    static Answer of(Ready ready) {
        var cards = new StringBuilder("<ul class=\"cards\">\n");
        cards(ready)
                .forEach(card -> cards.append(String.format(
                        Locale.ROOT,
                        "<li><h2>%s</h2><p class=\"quiet\">Stands in for %s</p><p><code>%s</code></p><p>%s</p></li>\n",
                        card.title(),
                        card.standsInFor(),
                        Html.escape(card.address()),
                        card.links())));
        return Page.of(
                "What stands in for the outside world", cards.append("</ul>").toString());
    }

    private static List<Card> cards(Ready ready) {
        return List.of(
                new Card(
                        "Tables",
                        "Amazon DynamoDB, by DynamoDB Local",
                        ready.dynamodb(),
                        link("/dynamodb/_control/calls", "Calls") + link("/dynamodb/_control/faults", "Faults")),
                new Card(
                        "Files",
                        "Amazon S3, by S3Mock",
                        ready.s3(),
                        link("/s3/foyer-uploads?list-type=2", "Uploads")
                                + link("/s3/foyer-recordings?list-type=2", "Recordings")),
                new Card(
                        "Mail",
                        "Amazon SES, by GreenMail",
                        String.format(
                                Locale.ROOT,
                                "smtp://%s:%d",
                                ready.smtp().host(),
                                ready.smtp().port()),
                        link("/mail", "Mailbox")
                                + link("/mail/messages", "JSON")
                                + link("/mail/_control/faults", "Faults")),
                new Card(
                        "Video",
                        "AWS Elemental’s origin, by our own",
                        ready.origin(),
                        "<img class=\"poster\" src=\"/origin/recorded/demo/poster.jpg\" alt=\"A frame of the demo video\""
                                + " width=\"1280\" height=\"720\">"
                                + link("/origin/recorded/demo/master.m3u8", "Recorded")
                                + link("/origin/_control/live", "Live channels")
                                + link("/origin/_control/faults", "Faults")),
                new Card(
                        "Payments",
                        "Stripe, by our own",
                        ready.stripe(),
                        link("/stripe/_control/ledger", "Ledger")
                                + link("/stripe/_control/webhooks", "Webhooks")
                                + link("/stripe/_control/faults", "Faults")),
                new Card(
                        "Partner’s page",
                        "the site of someone who embeds the player",
                        ready.url() + "/partner?src=…&title=…",
                        link("/partner", "Open without an embed")));
    }

    private static String link(String address, String text) {
        return String.format(Locale.ROOT, "<a href=\"%s\">%s</a>&emsp;", Html.escape(address), text);
    }
}
