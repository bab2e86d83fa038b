@NullMarked
package foyer.payment.provider;

import org.jspecify.annotations.NullMarked;
