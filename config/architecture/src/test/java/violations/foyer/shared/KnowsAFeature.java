package violations.foyer.shared;

import violations.foyer.ticket.Tickets;

abstract class KnowsAFeature implements Tickets {}
