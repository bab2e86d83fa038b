/** What payments mean, tried without a provider and with fakes of all keepers. */
@NullMarked
package foyer.payment;

import org.jspecify.annotations.NullMarked;
