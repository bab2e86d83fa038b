/** Breaks the rules of the house, so that these are seen to notice. */
@NullMarked
package violations.foyer.ticket.elsewhere;

import org.jspecify.annotations.NullMarked;
