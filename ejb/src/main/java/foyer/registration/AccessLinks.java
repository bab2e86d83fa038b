package foyer.registration;

import foyer.event.EventId;
import foyer.mail.LinkSettings;
import foyer.shared.Ids;
import foyer.shared.Signatures;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The links that open the player, as letters carry them. A registration's access link is derived from a seed that is kept
 * and the deployment's secret, so that every letter can carry it, and whoever reads the store alone can make none.
 */
@Dependent
public class AccessLinks {
    private static final String PURPOSE = "access-link";
    private static final String KIND = "a.";

    private final Signatures signatures;
    private final LinkSettings settings;

    @Inject
    public AccessLinks(Signatures signatures, LinkSettings settings) {
        this.signatures = signatures;
        this.settings = settings;
    }

    /** What a new link is derived from: with another seed the link before opens nothing any more. */
    public static String freshSeed() {
        return Ids.fresh();
    }

    /** The whole address that opens the player for a registration; fails for one that has no link (yet, or any more). */
    public String addressOf(Registration registration) {
        return address(registration.event(), tokenOf(registration));
    }

    /** A whole address that carries a token to the page of an event. */
    public String address(EventId event, String token) {
        return settings.page(event) + "?k=" + token;
    }

    /** Whether this token is the registration's own as it stands. */
    public boolean opens(Registration registration, String token) {
        return registration.credentials().link().isPresent()
                && MessageDigest.isEqual(bytes(tokenOf(registration)), bytes(token));
    }

    private String tokenOf(Registration registration) {
        var id = registration.id().value();
        var seed = registration.credentials().link().orElseThrow();
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(signatures.mac(PURPOSE, id + " " + seed));
        return KIND + id + "." + secret;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
