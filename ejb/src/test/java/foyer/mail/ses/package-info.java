@NullMarked
package foyer.mail.ses;

import org.jspecify.annotations.NullMarked;
