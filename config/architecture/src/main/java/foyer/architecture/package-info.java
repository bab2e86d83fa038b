/** The rules the house is kept by, for every module to check its classes against. */
@NullMarked
package foyer.architecture;

import org.jspecify.annotations.NullMarked;
