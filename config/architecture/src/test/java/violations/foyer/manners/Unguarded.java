package violations.foyer.manners;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Forgets to say who may call it. */
@Stateless
public class Unguarded {
    @PermitAll
    public void guarded() {}

    public void open() {}
}
