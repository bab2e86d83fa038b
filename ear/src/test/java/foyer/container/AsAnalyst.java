package foyer.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Calls others in the role {@code analyst}. */
@Stateless
@RunAs("analyst")
@PermitAll
public class AsAnalyst {
    public <T> T call(Supplier<T> call) {
        return call.get();
    }
}
