/** Tests of the mailbox. */
@NullMarked
package foyer.sandbox.mail;

import org.jspecify.annotations.NullMarked;
