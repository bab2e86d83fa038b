package foyer.player;

import foyer.player.assets.AssetAddresses;
import foyer.shared.SharedSettings;
import foyer.shared.Stage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/** Gives the answers of the player their headers, see {@link HeaderPolicy}. */
@RequestScoped
public class PageHeaders {
    /** Every page of a stand-in on this machine, beside the ones that are there in all stages. */
    private static final String LOCAL_PROVIDERS = "https: http://localhost:* http://127.0.0.1:*";

    @Inject
    SharedSettings settings;

    @Inject
    AssetAddresses assets;

    @Inject
    Visit visit;

    /** @param framers the origins that may frame the page beside our own */
    public void write(HttpServletRequest request, HttpServletResponse response, List<String> framers) {
        write(request, response, framers, false);
    }

    /**
     * @param framers the origins that may frame the page beside our own
     * @param sold whether a form of the page leads on to the payment provider
     */
    public void write(HttpServletRequest request, HttpServletResponse response, List<String> framers, boolean sold) {
        var policy = new HeaderPolicy(
                settings.trustedMedia().stream().map(Object::toString).toList(), assets.origin(), forms(sold));
        // The key in a letter's link opens the player, so no other site may learn the address.
        var secret = request.getParameter("k") != null;
        policy.headers(framers, visit.nonce(), secret).forEach(response::setHeader);
        response.setHeader("Content-Language", visit.language().tag());
    }

    // Browsers check a form's way along all redirects; on whose page is paid only the provider knows.
    private Optional<String> forms(boolean sold) {
        return sold ? Optional.of(settings.stage() == Stage.LOCAL ? LOCAL_PROVIDERS : "https:") : Optional.empty();
    }
}
