/** A partner's web site, to see the player where it will live. */
@NullMarked
package foyer.sandbox.partner;

import org.jspecify.annotations.NullMarked;
