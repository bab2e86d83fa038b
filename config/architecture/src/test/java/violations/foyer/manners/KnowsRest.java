package violations.foyer.manners;

import jakarta.ws.rs.core.Response;

interface KnowsRest {
    Response answer();
}
