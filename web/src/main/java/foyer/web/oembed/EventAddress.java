package foyer.web.oembed;

import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.VimeoId;
import foyer.shared.NotFound;
import foyer.shared.WebAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address by which people know an event: our page of it, our frame of it, or the page that it had at Vimeo. */
record EventAddress(WebAddress address) {
    private static final Set<String> VIMEO = Set.of("vimeo.com", "www.vimeo.com", "player.vimeo.com");
    private static final Pattern OURS = Pattern.compile("/(?:watch|embed)/([A-Za-z0-9_-]{22})/?(?:[?#].*)?");
    private static final Pattern NUMBERED = Pattern.compile("/(?:video/)?([0-9]{1,20})/?(?:[?#].*)?");

    /** Fails with {@link NotFound} for what is no address. */
    static EventAddress of(@Nullable String text) {
        return new EventAddress(WebAddress.parse(text == null ? "" : text).orElseThrow(EventAddress::unknown));
    }

    /**
     * The event that is out there; fails with {@link NotFound} where there is none.
     *
     * @param ours the hosts by which viewers reach this deployment
     */
    Event event(Set<String> ours, Browsing browsing) {
        var path = address.rest();
        var own = OURS.matcher(path);
        if (ours.contains(address.host()) && own.matches()) {
            return browsing.publicEvent(EventId.of(own.group(1)));
        }
        var number = NUMBERED.matcher(path);
        var known = VIMEO.contains(address.host()) || (ours.contains(address.host()) && path.startsWith("/video/"));
        if (known && number.matches()) {
            return browsing.publicEvent(VimeoId.of(number.group(1)));
        }
        throw unknown();
    }

    private static NotFound unknown() {
        return new NotFound("event");
    }
}
