package violations.foyer.manners;

import jakarta.servlet.http.HttpServletRequest;

interface KnowsServlets {
    HttpServletRequest request();
}
