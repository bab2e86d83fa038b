@NullMarked
package foyer.payment.ledger;

import org.jspecify.annotations.NullMarked;
