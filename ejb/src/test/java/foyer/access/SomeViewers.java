package foyer.access;

import foyer.mail.LinkSettings;
import foyer.registration.AccessLinks;
import foyer.registration.Registrations;
import foyer.session.SomeSessions;

/** Recognises viewers for tests of other matters. */
public final class SomeViewers {
    public static final String SITE = "https://video.example";

    private SomeViewers() {}

    /** By the tokens of this node's sessions, and of the access links. */
    public static OwnViewer among(Registrations registrations, SomeSessions node) {
        return new OwnViewer(registrations, links(node), node.carrying, node.holding);
    }

    public static AccessLinks links(SomeSessions node) {
        return new AccessLinks(node.signatures, new LinkSettings(SITE));
    }
}
