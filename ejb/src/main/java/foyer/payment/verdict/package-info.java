/** What a payment means, by all that was ever seen of it. */
@NullMarked
package foyer.payment.verdict;

import org.jspecify.annotations.NullMarked;
