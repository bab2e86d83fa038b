package violations.foyer.manners;

import jakarta.faces.context.FacesContext;

interface KnowsFaces {
    FacesContext page();
}
