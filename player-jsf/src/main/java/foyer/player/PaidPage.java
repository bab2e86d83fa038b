package foyer.player;

import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.payment.checkout.LeadingBack;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code paid.xhtml}, to which the payment provider leads back. Whoever asks for its address may have written it, so it
 * says that somebody looks, and never what was paid.
 */
@Named
@RequestScoped
public class PaidPage {
    @Inject
    Browsing browsing;

    @Inject
    LeadingBack leadingBack;

    @Inject
    Visit visit;

    private @Nullable Event event;
    private boolean cancelled;
    private boolean known;
    private String home = "";

    /**
     * Fails with {@link foyer.shared.NotFound} where the public may know of no such event.
     *
     * @param payment as the address says
     * @param turnedBack whether the payer says so
     * @param cookie by which the event's page would know them; null: it would not
     */
    void open(String id, @Nullable String payment, boolean turnedBack, @Nullable String cookie) {
        var shown = browsing.publicEvent(EventId.of(id));
        event = shown;
        cancelled = turnedBack;
        known = cookie != null;
        home = leadingBack
                .page(shown, payment)
                .orElseGet(() -> Place.WATCH.addressOf(shown.id().value()));
    }

    public String event() {
        return event == null ? "" : event.title();
    }

    public String eventId() {
        return event == null ? "" : event.id().value();
    }

    /** Where the payer belongs. */
    public String home() {
        return home;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** Whether the event's page would know them by a cookie. */
    public boolean known() {
        return known;
    }

    public String title() {
        return visit.text("paid.title" + kind());
    }

    public String words() {
        return visit.text("paid.words" + kind());
    }

    /** The same for whom nobody here knows. */
    public String alone() {
        return visit.text("paid.alone" + kind());
    }

    private String kind() {
        return cancelled ? ".cancelled" : "";
    }
}
