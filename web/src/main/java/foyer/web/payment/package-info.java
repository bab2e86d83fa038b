/** Payments over HTTP: what payers ask for, what the provider sends, and what operators see and do. */
@NullMarked
package foyer.web.payment;

import org.jspecify.annotations.NullMarked;
