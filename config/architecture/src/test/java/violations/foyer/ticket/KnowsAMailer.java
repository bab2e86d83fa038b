package violations.foyer.ticket;

import jakarta.mail.Session;

interface KnowsAMailer {
    void ask(Session session);
}
