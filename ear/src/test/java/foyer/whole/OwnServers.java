package foyer.whole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A class of tests on servers that it starts itself, and that nobody else calls (ADR 39). It would take both cores from those
 * who are {@link Beside} while its servers start, and then mostly waits for the clock: so all of these run after the others, in
 * two JVMs beside each other, each with a sandbox of its own and one class at a time. So one may let a stand-in fail, if it is well
 * again afterwards. None measures time more finely than in seconds that it has to spare while somebody else's servers start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OwnServers.TAG)
public @interface OwnServers {
    /** As {@code ear/pom.xml} names them. */
    String TAG = "own-servers";
}
