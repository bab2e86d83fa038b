package foyer.event;

import foyer.shared.Passwords;
import foyer.shared.PublicAddresses;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What the deployment has to say on what an event may be. */
@Dependent
public class HouseRules {
    private final PublicAddresses addresses;
    private final Stage stage;
    private final ChargeablePrices prices;
    private final Passwords passwords;

    @Inject
    public HouseRules(SharedSettings settings, ChargeablePrices prices, Passwords passwords) {
        this.addresses = new PublicAddresses(settings.trustedMedia());
        this.stage = settings.stage();
        this.prices = prices;
        this.passwords = passwords;
    }

    PublicAddresses addresses() {
        return addresses;
    }

    ChargeablePrices prices() {
        return prices;
    }

    Passwords passwords() {
        return passwords;
    }

    /** Whether partners' pages may come from {@code http://localhost}, as they do on a developer's machine. */
    boolean welcomesLocalhost() {
        return stage == Stage.LOCAL;
    }
}
