package violations.foyer.ticket.elsewhere;

/** In a package of which no rule knows that it is an adapter's. */
interface KeptElsewhere {}
