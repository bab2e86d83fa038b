@NullMarked
package foyer.audit.dynamodb;

import org.jspecify.annotations.NullMarked;
