package foyer.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Calls others in the role {@code organizer}. */
@Stateless
@RunAs("organizer")
@PermitAll
public class AsOrganizer {
    public <T> T call(Supplier<T> call) {
        return call.get();
    }
}
