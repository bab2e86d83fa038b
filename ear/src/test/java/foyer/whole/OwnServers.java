package foyer.whole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A class of tests on servers that it starts itself, and that nobody else calls (ADR 39). It would take both cores from those
 * who are {@link Beside} while its servers start, and then mostly waits for the clock: so all of these run after the others, in
 * a JVM with a sandbox of their own, beside each other. None lets a stand-in fail or keep silent, counts what others do as
 * well, or measures time more finely than in seconds that it has to spare while somebody else's servers start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OwnServers.TAG)
public @interface OwnServers {
    /** As {@code ear/pom.xml} names them. */
    String TAG = "own-servers";
}
