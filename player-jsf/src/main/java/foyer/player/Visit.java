package foyer.player;

import foyer.player.assets.AssetAddresses;
import foyer.shared.Ids;
import foyer.shared.SharedSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What every page of the player needs: its language, its assets, and the nonce of this one answer. */
@Named
@RequestScoped
public class Visit {
    @Inject
    HttpServletRequest request;

    @Inject
    AssetAddresses assets;

    @Inject
    SharedSettings settings;

    private final String nonce = Ids.fresh();
    private Language language = Language.preferredIn(null);

    @PostConstruct
    void listen() {
        language = Language.preferredIn(request.getHeader("Accept-Language"));
    }

    public Language language() {
        return language;
    }

    public String text(String key) {
        return language.allTexts().getString(key);
    }

    public String asset(String name) {
        return assets.of(name);
    }

    /** Where viewers reach this deployment, without a slash at the end. */
    String site() {
        return Optional.ofNullable(settings.publicUrl())
                .map(url -> url.getScheme() + "://" + url.getRawAuthority())
                .orElseGet(() -> request.getRequestURL().toString().replaceFirst("(?<=[^/:])/.*", ""));
    }

    public String nonce() {
        return nonce;
    }
}
