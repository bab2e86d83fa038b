/** Foyer's business, one package a matter; adapters to the outside stand in packages below the matter they serve. */
@NullMarked
package foyer;

import org.jspecify.annotations.NullMarked;
