/** Stands for the store's common parts, which only adapters may know. */
@NullMarked
package violations.foyer.shared.dynamodb;

import org.jspecify.annotations.NullMarked;
