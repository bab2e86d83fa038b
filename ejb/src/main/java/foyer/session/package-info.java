/**
 * Viewing sessions: who watches on which screen, until when, and where they stopped. A session is a capability for one
 * event that its token carries; how somebody gets one is {@code access}'s matter.
 */
@NullMarked
package foyer.session;

import org.jspecify.annotations.NullMarked;
