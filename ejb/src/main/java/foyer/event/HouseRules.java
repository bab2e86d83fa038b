package foyer.event;

import foyer.shared.Passwords;
import foyer.shared.PublicAddresses;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import foyer.shared.WebAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What the deployment has to say on what an event may be. */
@Dependent
public class HouseRules {
    private final PublicAddresses addresses;
    private final @Nullable String ownMedia;
    private final Stage stage;
    private final ChargeablePrices prices;
    private final Passwords passwords;

    @Inject
    public HouseRules(SharedSettings settings, ChargeablePrices prices, Passwords passwords) {
        this.addresses = new PublicAddresses(settings.trustedMedia());
        this.ownMedia = settings.ownMedia()
                .flatMap(address -> WebAddress.parse(address.toString()))
                .map(WebAddress::origin)
                .orElse(null);
        this.stage = settings.stage();
        this.prices = prices;
        this.passwords = passwords;
    }

    PublicAddresses addresses() {
        return addresses;
    }

    /** Whether what lies at an address is this deployment's own to deliver. */
    boolean delivers(String address) {
        return ownMedia != null
                && WebAddress.parse(address)
                        .filter(written -> written.origin().equals(ownMedia))
                        .isPresent();
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
