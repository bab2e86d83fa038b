/**
 * Who has registered for which event: seats, the waiting list, and what the organizer decides. What opens the player is the
 * matter of access; here a registration only remembers it.
 */
@NullMarked
package foyer.registration;

import org.jspecify.annotations.NullMarked;
