/** Signed notices to whoever asked for them, and the ways in which they go wrong. */
@NullMarked
package foyer.sandbox.stripe.webhook;

import org.jspecify.annotations.NullMarked;
