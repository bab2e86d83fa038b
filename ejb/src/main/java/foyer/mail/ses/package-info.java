/** Letters by Amazon SES, version 2 of its API. */
@NullMarked
package foyer.mail.ses;

import org.jspecify.annotations.NullMarked;
