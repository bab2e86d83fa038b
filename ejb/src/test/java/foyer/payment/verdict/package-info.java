@NullMarked
package foyer.payment.verdict;

import org.jspecify.annotations.NullMarked;
