/** Tests of tokens and of the keys that sign them. */
@NullMarked
package foyer.token;

import org.jspecify.annotations.NullMarked;
