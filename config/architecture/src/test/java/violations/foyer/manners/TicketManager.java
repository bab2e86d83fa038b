package violations.foyer.manners;

interface TicketManager {}
