package foyer.access;

import foyer.registration.Credentials;
import foyer.registration.Proof;
import foyer.registration.ProofUse;
import foyer.registration.Receipt;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.shared.Ids;
import foyer.shared.Signatures;
import foyer.traffic.FreshId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;

/** Makes the codes and links that prove an address, and recognises them. Kept are keyed hashes, bound to the registration. */
@Dependent
class Proofs {
    private static final String CODES = "access-code";
    private static final String LINKS = "proof-link";
    private static final int CODE_BOUND = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signatures signatures;
    private final AccessSettings settings;

    @Inject
    Proofs(Signatures signatures, AccessSettings settings) {
        this.signatures = signatures;
        this.settings = settings;
    }

    FreshProof fresh(RegistrationId id, Instant now) {
        return made(id, now, until(now));
    }

    /**
     * For somebody who has registered. Where a seat is held for the proof alone it opens nothing once that is over, and no
     * letter is to say that it does.
     */
    FreshProof fresh(Registration registration, Instant now) {
        var over = registration.hold().filter(any -> !registration.proven());
        return made(
                registration.id(),
                now,
                over.filter(now::isBefore).filter(until(now)::isAfter).orElseGet(() -> until(now)));
    }

    /** Whether its reader has codes that are so fresh that no other one is to take their place, and that still open. */
    boolean enough(Credentials credentials, Instant now) {
        return credentials.openByCodesAt(now) && credentials.leavesNoRoomAt(now);
    }

    /** Of a call that may have to be made again: as long as what it used up would have lived at most. */
    ProofUse use(FreshId call, Instant now) {
        return new ProofUse(call.value(), until(now));
    }

    private Instant until(Instant now) {
        return now.plus(settings.codeLifetime()).truncatedTo(ChronoUnit.MILLIS);
    }

    private FreshProof made(RegistrationId id, Instant now, Instant until) {
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODE_BOUND));
        var token = LinkToken.PROOF + "." + id.value() + "." + Ids.fresh();
        return new FreshProof(
                code, token, new Proof(codeHash(id, code), linkHash(token), now.truncatedTo(ChronoUnit.MILLIS), until));
    }

    boolean codeOpens(RegistrationId id, Credentials credentials, String code, Instant now) {
        var hash = codeHash(id, code.strip());
        return credentials.openByCodesAt(now)
                && credentials.proofsAliveAt(now).stream().anyMatch(proof -> same(proof.codeHash(), hash));
    }

    /** The code of a letter to somebody who has registered before, as whose wrong codes its wrong ones count. */
    boolean codeOpens(Receipt receipt, Registration owner, String code, Instant now) {
        return receipt.owner().equals(owner.id())
                && owner.credentials().openByCodesAt(now)
                && codeOpens(receipt.id(), receipt.credentials(), code, now);
    }

    boolean linkOpens(Credentials credentials, String token, Instant now) {
        var hash = linkHash(token);
        return credentials.proofsAliveAt(now).stream().anyMatch(proof -> same(proof.linkHash(), hash));
    }

    private String codeHash(RegistrationId id, String code) {
        return base64(signatures.mac(CODES, id.value() + " " + code));
    }

    private String linkHash(String token) {
        return base64(signatures.mac(LINKS, token));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
