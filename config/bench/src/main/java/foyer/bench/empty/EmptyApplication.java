package foyer.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Nothing but the empty resource. */
@ApplicationPath("/")
public class EmptyApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EmptyResource.class);
    }
}
