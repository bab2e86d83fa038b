package foyer.player.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page asks of a viewer before the picture. The module {@code authentication-flow.js} knows the same ones. */
public enum Panel {
    /** The form of a new viewer. */
    REGISTER,
    /** A password opens. */
    LOGIN,
    /** An address, to which a code goes. */
    CODE,
    /** The code that came by mail. */
    VERIFY,
    /** A link of a letter was followed, and opens with a click: no mail scanner clicks. */
    LINK,
    /** Somebody else, or time, comes first. */
    WAIT,
    /** A seat is kept, and is paid for. */
    PAY,
    REFUSED,
    /** Nothing: the viewer is in. */
    WATCH;

    /** As styles, modules and texts call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what is no panel's key. */
    static Optional<Panel> of(@Nullable String key) {
        return Arrays.stream(values()).filter(panel -> panel.key().equals(key)).findFirst();
    }
}
