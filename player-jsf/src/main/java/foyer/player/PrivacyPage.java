package foyer.player;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Backs {@code privacy.xhtml}: lists what is stored, in the order in which a viewer meets it. */
@Named
@RequestScoped
public class PrivacyPage {
    static final List<String> DEVICE = List.of("session", "cookie", "captions", "keys");
    static final List<String> SERVER = List.of("registration", "position", "figures", "support", "letters");

    @Inject
    Visit visit;

    public String text(String key) {
        return visit.language().privacy().getString(key);
    }

    /** What may be in the viewer's browser, by the names of their texts. */
    public List<String> onDevice() {
        return DEVICE;
    }

    public List<String> onServer() {
        return SERVER;
    }
}
