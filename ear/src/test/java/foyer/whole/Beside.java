package foyer.whole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of tests that runs beside others on the same servers and stand-ins, its own tests one after another (ADR 31): it
 * has been looked at, and brings its own events, people and devices, lets nothing fail for anybody else, counts nothing that others
 * do as well, and measures no time more finely than in seconds that it has to spare. All others are {@link
 * OwnServers}, {@link OwnStandIns}, or {@link org.junit.jupiter.api.parallel.Isolated}, and run by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Beside {}
