package foyer.sandbox.stripe;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.FaultControl;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Routes;
import foyer.sandbox.stripe.book.Ids;
import foyer.sandbox.stripe.ledger.Ledger;
import foyer.sandbox.stripe.ledger.Outside;
import foyer.sandbox.stripe.ledger.Terms;
import foyer.sandbox.stripe.pay.PayDesk;
import foyer.sandbox.stripe.webhook.Endpoint;
import foyer.sandbox.stripe.webhook.Post;
import foyer.sandbox.stripe.webhook.Webhooks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Stripe's API, its pay page and what one can make of them, under {@code /stripe}. */
public final class Stripe implements AutoCloseable {
    static final String PATH = "/stripe";

    private static final String PAY = PATH + "/pay";
    private static final Duration BEAT = Duration.ofMillis(500);

    private final Clock clock;
    private final String url;
    private final Post post = new Post();
    private final Accounts accounts;
    private final Webhooks webhooks;

    /** @param url the sandbox's own address, for the addresses of pay pages */
    public Stripe(Clock clock, String url) {
        this.clock = clock;
        this.url = url;
        this.accounts = new Accounts(this::open);
        this.webhooks = new Webhooks(accounts.usual(), post);
    }

    private Ledger open(String account) {
        var pause = (Terms.Pause) time -> Thread.sleep(time.toMillis());
        var terms = new Terms(account, url + PAY + "/", Terms.USUAL_CALLS_A_SECOND, pause);
        var ledger = new Ledger(terms, clock, new Ids(new SecureRandom()));
        post.every(BEAT, ledger::catchUp);
        return ledger;
    }

    /** Sends all that happens to this address and no other. */
    public void tell(Endpoint endpoint) {
        webhooks.replace(List.of(endpoint));
    }

    public void addTo(Routes routes) {
        var usual = accounts.usual();
        new FaultControl(usual.faults(), EnumSet.allOf(Effect.class)).addTo(routes, PATH + "/_control/faults");
        new Control(usual.outside(), this::keeper).addTo(routes);
        new WebhookControl(webhooks).addTo(routes);
        routes.onAny(PATH + "/_control/*", asked -> {
            throw Refusal.notFound(asked.path());
        });
        new PayDesk(PAY, clock, this::keeper, FormBody::read).addTo(routes);
        routes.onAny(PATH + "/v1/*", new Api(accounts)::answer);
    }

    /** Whose an object is; the usual account's where it is nobody's. */
    private Outside keeper(String id) {
        return accounts.all().stream()
                .filter(ledger -> ledger.has(id))
                .findFirst()
                .orElseGet(accounts::usual)
                .outside();
    }

    /** Fails where the books cannot be opened. No call is made: it would take a fault that is meant for another. */
    public void ask() {
        accounts.usual().catchUp();
    }

    @Override
    public void close() {
        post.close();
    }
}
