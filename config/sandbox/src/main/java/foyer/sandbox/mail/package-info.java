/** The mailbox all letters end in, and the faults a mail server has. */
@NullMarked
package foyer.sandbox.mail;

import org.jspecify.annotations.NullMarked;
