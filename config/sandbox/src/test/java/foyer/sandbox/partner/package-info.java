/** Tests of the partner's page. */
@NullMarked
package foyer.sandbox.partner;

import org.jspecify.annotations.NullMarked;
