/** The page on which a person pays, which says that it is a stand-in. */
@NullMarked
package foyer.sandbox.stripe.pay;

import org.jspecify.annotations.NullMarked;
