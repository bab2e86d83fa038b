/** Runs the key ring's contract against a real store. */
@NullMarked
package foyer.token.dynamodb;

import org.jspecify.annotations.NullMarked;
