package foyer.sandbox.stripe;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.FaultControl;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Routes;
import foyer.sandbox.stripe.book.Ids;
import foyer.sandbox.stripe.ledger.Call;
import foyer.sandbox.stripe.ledger.Ledger;
import foyer.sandbox.stripe.ledger.Terms;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

/** Stripe's API, its pay page and what one can make of them, under {@code /stripe}. */
public final class Stripe {
    static final String PATH = "/stripe";

    private final Clock clock;
    private final String url;
    private final Accounts accounts;

    /** @param url the sandbox's own address, for the addresses of pay pages */
    public Stripe(Clock clock, String url) {
        this.clock = clock;
        this.url = url;
        this.accounts = new Accounts(this::open);
    }

    private Ledger open(String account) {
        var pause = (Terms.Pause) time -> Thread.sleep(time.toMillis());
        var terms = new Terms(account, url + PATH + "/pay/", Terms.USUAL_CALLS_A_SECOND, pause);
        return new Ledger(terms, clock, new Ids(new SecureRandom()));
    }

    public void addTo(Routes routes) {
        var usual = accounts.usual();
        new FaultControl(usual.faults(), EnumSet.allOf(Effect.class)).addTo(routes, PATH + "/_control/faults");
        routes.onAny(PATH + "/_control/*", asked -> {
            throw Refusal.notFound(asked.path());
        });
        routes.onAny(PATH + "/v1/*", new Api(accounts)::answer);
    }

    /** Fails where the API does not answer. */
    public void ask() throws IOException, InterruptedException {
        if (!accounts.usual().answer(Call.get("/v1/account", Map.of())).isOk()) {
            throw new IOException("Stripe's API does not answer");
        }
    }
}
