package violations.foyer.web;

import violations.foyer.ticket.dynamodb.PublicTickets;

interface AsksAnAdapter {
    void ask(PublicTickets tickets);
}
