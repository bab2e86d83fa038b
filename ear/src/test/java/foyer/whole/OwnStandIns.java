package foyer.whole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A class of tests that needs the stand-ins to itself, or all that is counted on a server, and neither both cores nor a quiet
 * machine: it lets a stand-in fail for everybody, and then mostly waits for a timer (ADR 39). It runs after the others in the
 * processes of those on {@link OwnServers}, of which each has a sandbox of its own, a Payara Micro that its classes share, and one
 * class at a time. What it makes fail is well again afterwards. It never asks for a Payara Server, which would start in each of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag(OwnServers.TAG)
public @interface OwnStandIns {
    /** Why it cannot run beside others that share them. */
    String value();
}
