/** What payers and organizers are told of payments. */
@NullMarked
package foyer.payment.letters;

import org.jspecify.annotations.NullMarked;
