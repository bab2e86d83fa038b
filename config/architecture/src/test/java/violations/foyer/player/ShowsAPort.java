package violations.foyer.player;

import violations.foyer.ticket.Tickets;

interface ShowsAPort {
    void show(Tickets tickets);
}
