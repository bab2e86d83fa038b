package foyer.traffic;

import foyer.shared.Ids;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Function;

/**
 * Lets a call under an idempotency key take effect once, however often and from wherever it comes.
 *
 * <p>A call that ended well is answered the same again for as long as it is kept. A refusal is not kept: it changed
 * nothing, so the key is free again, for the corrected body too. A call of which nobody knows how it ended (it crashed,
 * the store fell silent) may be repeated at once or when its lease is over, and is then done under the same fresh id.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Repeating {
    private static final System.Logger LOG = System.getLogger(Repeating.class.getName());

    // DynamoDB's items end at 400 KB. A longer answer is made anew, which its fresh id makes harmless.
    private static final int LONGEST_KEPT = 350_000;

    @Inject
    Answers answers;

    @Inject
    AnswerSeal seal;

    @Inject
    TrafficSettings settings;

    @Inject
    Clock clock;

    /**
     * The work's answer, of now or of the first time. Fails with {@link RequestInFlight} while another does the same, and
     * with {@link KeyReused} when the key stands for another body.
     *
     * @param work is given the id for what it makes, the same one whenever it has to begin again; it answers what is
     *     there already under this id rather than make it twice
     */
    @PermitAll
    public Answer once(RequestKey key, Function<FreshId, Answer> work) {
        var now = clock.instant();
        var wanted = new KeptRequest(
                key.id(),
                key.fingerprint(),
                Ids.fresh(),
                Ids.fresh(),
                now.plus(settings.lease()),
                now.plus(settings.keptFor()),
                null);
        var standing = answers.claim(wanted, now);
        if (standing.claimedLike(wanted)) {
            return workOn(standing, new FreshId(standing.freshId(), false), work);
        }
        if (!standing.sameBody(wanted)) {
            throw new KeyReused();
        }
        var given = standing.sealedAnswer().flatMap(kept -> seal.open(standing.id(), kept));
        if (given.isPresent()) {
            return given.get();
        }
        var mine = wanted.continuing(standing);
        if (standing.inFlight(now) || !answers.replace(standing, mine)) {
            throw new RequestInFlight();
        }
        return workOn(mine, new FreshId(mine.freshId(), true), work);
    }

    private Answer workOn(KeptRequest claim, FreshId id, Function<FreshId, Answer> work) {
        Answer answer;
        try {
            answer = work.apply(id);
        } catch (RuntimeException failure) {
            letGo(claim, failure);
            throw failure;
        }
        keep(claim, answer);
        return answer;
    }

    // The work is done: that its answer could not be kept is no reason to tell the caller that it failed.
    private void keep(KeptRequest claim, Answer answer) {
        var kept = seal.seal(claim.id(), answer);
        var after = kept.length() <= LONGEST_KEPT ? claim.answered(kept) : claim.abandoned(clock.instant());
        try {
            answers.replace(claim, after);
        } catch (Problem unavailable) {
            LOG.log(Level.WARNING, "An answer was not kept and would be made anew: {0}", unavailable.words());
        }
    }

    private void letGo(KeptRequest claim, RuntimeException failure) {
        try {
            if (changedNothing(failure)) {
                answers.release(claim);
            } else {
                answers.replace(claim, claim.abandoned(clock.instant()));
            }
        } catch (Problem unavailable) {
            failure.addSuppressed(unavailable);
        }
    }

    private static boolean changedNothing(RuntimeException failure) {
        return failure instanceof Problem problem
                && problem.code() != ProblemCode.UNAVAILABLE
                && problem.code() != ProblemCode.INTERNAL;
    }
}
