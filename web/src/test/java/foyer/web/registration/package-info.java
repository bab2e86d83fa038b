/** Tests of registrations over HTTP. */
@NullMarked
package foyer.web.registration;

import org.jspecify.annotations.NullMarked;
