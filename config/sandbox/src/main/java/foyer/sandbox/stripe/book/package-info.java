/** What all of the Stripe stand-in's core rests on: trees, shelves, ids, events, parameters and errors; no HTTP, no wall time. */
@NullMarked
package foyer.sandbox.stripe.book;

import org.jspecify.annotations.NullMarked;
