@NullMarked
package foyer.payment.letters;

import org.jspecify.annotations.NullMarked;
