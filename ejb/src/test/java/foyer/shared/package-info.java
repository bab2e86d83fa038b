/** Tests of the manners every feature uses. */
@NullMarked
package foyer.shared;

import org.jspecify.annotations.NullMarked;
