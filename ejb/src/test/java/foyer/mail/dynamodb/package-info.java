@NullMarked
package foyer.mail.dynamodb;

import org.jspecify.annotations.NullMarked;
