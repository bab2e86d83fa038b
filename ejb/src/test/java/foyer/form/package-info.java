/** Tests of the registration form. */
@NullMarked
package foyer.form;

import org.jspecify.annotations.NullMarked;
