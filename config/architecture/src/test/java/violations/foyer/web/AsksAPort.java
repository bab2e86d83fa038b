package violations.foyer.web;

import violations.foyer.ticket.Tickets;

interface AsksAPort {
    void ask(Tickets tickets);
}
