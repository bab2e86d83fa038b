package foyer.mail;

import foyer.event.EventId;
import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.net.URI;

/**
 * Where the links in letters lead. Never where a request says that it was sent to, which its sender chooses.
 *
 * @param site {@code foyer.letters.site}, or else {@code foyer.public-url}; without a slash at the end
 */
public record LinkSettings(String site) implements FeatureSettings {
    private static final URI ON_THIS_MACHINE = URI.create("http://localhost:8080");

    /** The event's own page there. */
    public String page(EventId event) {
        return site + "/watch/" + event.value();
    }

    public static LinkSettings read(Settings settings) {
        var site = settings.address("foyer.letters.site").or(() -> settings.address("foyer.public-url"));
        if (site.isEmpty() && settings.stage() == Stage.PRODUCTION) {
            settings.wrong("foyer.public-url", "is missing; the links in letters lead there.");
        }
        var read = site.orElse(ON_THIS_MACHINE).toString();
        settings.refuseWrongOnes();
        return new LinkSettings(read.endsWith("/") ? read.substring(0, read.length() - 1) : read);
    }
}
