package foyer.operator;

import foyer.shared.BadCredentials;
import foyer.shared.Ids;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Gives out refresh tokens, each good once, and notices when one comes back that was used before. */
@ApplicationScoped
class StayingSignedIn {
    @Inject
    TokenFamilies families;

    @Inject
    Operators operators;

    @Inject
    Signatures signatures;

    @Inject
    OperatorSettings settings;

    @Inject
    Clock clock;

    /** @param token the one that is good from now on */
    record Renewal(Operator operator, RefreshToken token) {}

    /** @param provenAt from when on the operator was known to be who they say they are */
    RefreshToken begin(Operator operator, Instant provenAt) {
        var token = RefreshToken.fresh(Ids.fresh());
        var until = provenAt.plus(settings.signedInFor()).truncatedTo(ChronoUnit.SECONDS);
        families.start(new TokenFamily(token.family(), operator.id(), token.hash(signatures), provenAt, until));
        return token;
    }

    // A token used before is in two hands, and nobody knows whose the newest one is: so the whole family ends.
    Renewal renew(String text) {
        var token = RefreshToken.read(text).orElseThrow(BadCredentials::new);
        var family = families.find(token.family()).orElseThrow(BadCredentials::new);
        var operator = operators.find(family.operator()).filter(family::carries);
        var successor = RefreshToken.fresh(family.id());
        if (operator.isEmpty()
                || family.expired(clock.instant())
                || !families.rotate(family.id(), token.hash(signatures), successor.hash(signatures))) {
            families.end(family.id());
            throw new BadCredentials();
        }
        return new Renewal(operator.get(), successor);
    }

    void end(String text) {
        RefreshToken.read(text).map(RefreshToken::family).ifPresent(families::end);
    }
}
