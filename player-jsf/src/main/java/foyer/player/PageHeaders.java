package foyer.player;

import foyer.player.assets.AssetAddresses;
import foyer.shared.SharedSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Gives the answers of the player their headers, see {@link HeaderPolicy}. */
@RequestScoped
public class PageHeaders {
    @Inject
    SharedSettings settings;

    @Inject
    AssetAddresses assets;

    @Inject
    Visit visit;

    /** @param framers the origins that may frame the page beside our own */
    public void write(HttpServletRequest request, HttpServletResponse response, List<String> framers) {
        var policy = new HeaderPolicy(settings.mediaOrigin().map(Object::toString), assets.origin());
        // The key in a letter's link opens the player, so no other site may learn the address.
        var secret = request.getParameter("k") != null;
        policy.headers(framers, visit.nonce(), secret).forEach(response::setHeader);
        response.setHeader("Content-Language", visit.language().tag());
    }
}
