@NullMarked
package foyer.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
