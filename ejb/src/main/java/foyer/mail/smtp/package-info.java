/** Letters by SMTP, to any relay. */
@NullMarked
package foyer.mail.smtp;

import org.jspecify.annotations.NullMarked;
