package violations.foyer.manners;

interface TicketUtils {}
