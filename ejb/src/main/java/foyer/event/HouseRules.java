package foyer.event;

import foyer.shared.Passwords;
import foyer.shared.PublicAddresses;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import foyer.shared.WebAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the deployment has to say on what an event may be. */
@Dependent
public class HouseRules {
    private final PublicAddresses addresses;
    private final @Nullable String ownMedia;
    private final Stage stage;
    private final PlayingAsIfLive simulive;
    private final ChargeablePrices prices;
    private final Passwords passwords;

    @Inject
    public HouseRules(SharedSettings settings, PlayingAsIfLive simulive, ChargeablePrices prices, Passwords passwords) {
        this.addresses = new PublicAddresses(settings.trustedMedia());
        this.ownMedia = settings.ownMedia()
                .flatMap(address -> WebAddress.parse(address.toString()))
                .map(WebAddress::origin)
                .orElse(null);
        this.stage = settings.stage();
        this.simulive = simulive;
        this.prices = prices;
        this.passwords = passwords;
    }

    PublicAddresses addresses() {
        return addresses;
    }

    /** What keeps a picture from playing as if it were live, in words; empty: nothing. Null: there is no picture yet. */
    Optional<String> whyNotAsIfLive(@Nullable String manifest) {
        return manifest == null || delivers(manifest)
                ? simulive.hindrance(manifest)
                : Optional.of(
                        "Only a recording that this deployment delivers itself, from foyer.media.address, plays as if it were live.");
    }

    private boolean delivers(String address) {
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
