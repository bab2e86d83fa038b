package foyer.player;

import foyer.player.assets.AssetAddresses;
import foyer.shared.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ResourceBundle;

/** What every page of the player needs: its language, its assets, and the nonce of this one answer. */
@Named
@RequestScoped
public class Visit {
    private final Language language;
    private final ResourceBundle texts;
    private final AssetAddresses assets;
    private final String nonce = Ids.fresh();

    @Inject
    public Visit(HttpServletRequest request, AssetAddresses assets) {
        this.language = Language.preferredIn(request.getHeader("Accept-Language"));
        this.texts = language.texts();
        this.assets = assets;
    }

    public Language language() {
        return language;
    }

    public String text(String key) {
        return texts.getString(key);
    }

    public String asset(String name) {
        return assets.of(name);
    }

    public String nonce() {
        return nonce;
    }
}
