package foyer.sandbox.stripe.pay;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.page.Html;
import foyer.sandbox.page.Template;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Billing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the pay page looks like, filled in. It can't be framed, as Stripe's can't. */
final class PayPage {
    // Where a form leads is checked along all redirects, and the shop's page is somewhere else.
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'";

    private final Template frame = Template.beside(PayPage.class, "frame.html");
    private final Template form = Template.beside(PayPage.class, "form.html");
    private final Template challenge = Template.beside(PayPage.class, "challenge.html");

    Answer form(Tree session, Billing billing, @Nullable String error) {
        var total = Money.shown(session.number("amount_total"), session.text("currency"));
        var methods = session.get("payment_method_types") instanceof List<?> list ? list : List.of();
        var free = session.number("amount_total") == 0;
        var shown = new HashMap<String, String>(Map.of(
                "id",
                session.id(),
                "error",
                error == null ? "" : Html.escape(error),
                "email",
                Html.escape(orEmpty(email(session, billing))),
                "name",
                Html.escape(orEmpty(billing.name())),
                "total",
                Html.escape(total),
                "submit",
                free ? "Complete order" : "Pay " + Html.escape(total),
                "methods",
                free ? "free" : methods.contains("sepa_debit") || methods.contains("us_bank_account") ? "both" : "card",
                "delayed",
                methods.contains("us_bank_account") ? "us_bank_account" : "sepa_debit"));
        return page(session, "Pay " + total, form.filled(shown), error == null ? 200 : 402);
    }

    private static @Nullable String email(Tree session, Billing billing) {
        return billing.email() != null
                ? billing.email()
                : session.textIfAny("customer_email").orElse(null);
    }

    Answer challenge(Tree session) {
        return page(session, "Your bank asks", challenge.filled(Map.of("id", session.id())), 200);
    }

    /** A session that can't be paid any more. */
    Answer ended(Tree session) {
        var complete = session.is("status", "complete");
        var text = complete
                ? "<h2>You’re all done here</h2><p>This has been paid, or is about to be.</p>"
                : "<h2>This page has expired</h2><p>Nothing was paid. Go back to the shop to begin anew.</p>";
        return page(session, complete ? "All done" : "Expired", text, 200);
    }

    private Answer page(Tree session, String title, String content, int status) {
        var shown = Map.of(
                "title", Html.escape(title),
                "content", content,
                "total", Html.escape(Money.shown(session.number("amount_total"), session.text("currency"))),
                "items",
                        session.tree("line_items").trees("data").stream()
                                .map(PayPage::item)
                                .collect(Collectors.joining()),
                "back", session.textIfAny("cancel_url").map(PayPage::back).orElse(""));
        var body = frame.filled(shown).getBytes(StandardCharsets.UTF_8);
        return Answer.of(status, "text/html; charset=utf-8", body)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Security-Policy", POLICY);
    }

    private static String item(Tree item) {
        return "<li><span>%s%s</span> <span>%s</span></li>"
                .formatted(
                        Html.escape(item.text("description")),
                        item.number("quantity") == 1 ? "" : " × " + item.number("quantity"),
                        Html.escape(Money.shown(item.number("amount_total"), item.text("currency"))));
    }

    private static String back(String url) {
        return "<a class=\"back\" href=\"%s\">← Back to the shop</a>".formatted(Html.escape(url));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A style or a script of the page. */
    static Answer asset(String name) {
        if (!name.matches("pay\\.(css|js)")) {
            throw Refusal.notFound(name);
        }
        var type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        return Answer.of(200, type, Template.beside(PayPage.class, name).bytes())
                .with("Cache-Control", "no-cache");
    }
}
