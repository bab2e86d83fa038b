@NullMarked
package foyer.mail;

import org.jspecify.annotations.NullMarked;
