@NullMarked
package foyer.mail.smtp;

import org.jspecify.annotations.NullMarked;
