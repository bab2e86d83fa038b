/** Runs the operators' contracts against a real store. */
@NullMarked
package foyer.operator.dynamodb;

import org.jspecify.annotations.NullMarked;
