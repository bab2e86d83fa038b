/** Whether the provider's books, our payments and the access that was given say the same. */
@NullMarked
package foyer.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
