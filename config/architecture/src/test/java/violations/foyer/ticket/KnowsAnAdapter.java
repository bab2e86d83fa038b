package violations.foyer.ticket;

import violations.foyer.ticket.dynamodb.PublicTickets;

interface KnowsAnAdapter {
    PublicTickets tickets();
}
