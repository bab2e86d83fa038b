/** Tests of what the tables are asked. */
@NullMarked
package foyer.sandbox.dynamodb;

import org.jspecify.annotations.NullMarked;
