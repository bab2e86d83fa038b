/** Tests of registrations. */
@NullMarked
package foyer.registration;

import org.jspecify.annotations.NullMarked;
