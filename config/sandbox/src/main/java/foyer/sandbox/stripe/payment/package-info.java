/** What a payment is made of: intents, charges, refunds, disputes, and the cards that stand for each fate. */
@NullMarked
package foyer.sandbox.stripe.payment;

import org.jspecify.annotations.NullMarked;
