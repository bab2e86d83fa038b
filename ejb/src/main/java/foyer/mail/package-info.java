/** Letters to those who register: what they say, when they go out and that each does so once. */
@NullMarked
package foyer.mail;

import org.jspecify.annotations.NullMarked;
