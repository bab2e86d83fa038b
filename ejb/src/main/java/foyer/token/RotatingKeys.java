package foyer.token;

import foyer.shared.Rounds;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Keeps this node's keys those of the deployment, and makes new ones when it is time; or keeps those of the outside
 * issuer, where one is trusted.
 */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
public class RotatingKeys {
    private final Rounds rounds = Rounds.of(RotatingKeys.class, "The keys stay as they are.");

    @Inject
    KeyRings rings;

    @Inject
    OutsideKeys outside;

    @Inject
    CurrentKeys keys;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    // The container verifies from the first request on; an outside issuer may be down when we start, our store may not.
    @PostConstruct
    void begin() {
        if (settings.outside()) {
            keepUp();
        } else {
            turn();
        }
    }

    /** Every node runs this. The conditional write lets one of them make the next key; the others find it there. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void keepUp() {
        rounds.next(settings.outside() ? this::fetch : this::turn);
    }

    private void fetch() {
        VerificationKeys.become(outside.keySet().toString());
    }

    private void turn() {
        var current = rings.current();
        var due = current.turned(clock.instant(), settings);
        while (due.version() != current.version() && !rings.succeed(due)) {
            current = rings.current();
            due = current.turned(clock.instant(), settings);
        }
        keys.become(due);
    }
}
