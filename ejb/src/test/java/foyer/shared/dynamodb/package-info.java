/** Tests of the store's common parts, and the local store that adapters' tests run against. */
@NullMarked
package foyer.shared.dynamodb;

import org.jspecify.annotations.NullMarked;
