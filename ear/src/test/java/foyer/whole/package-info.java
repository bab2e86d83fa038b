/** Foyer as a whole, as it is deployed: tests that speak to it over HTTP and through a browser. */
@NullMarked
package foyer.whole;

import org.jspecify.annotations.NullMarked;
