/**
 * Operators' access tokens: the keys they are signed with, how those keys come and go, and what the container verifies
 * against. Knows tokens, and nothing of the people who carry them.
 */
@NullMarked
package foyer.token;

import org.jspecify.annotations.NullMarked;
