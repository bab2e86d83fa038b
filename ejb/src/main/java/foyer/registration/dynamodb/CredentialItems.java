package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.registration.Credentials;
import foyer.registration.Guesses;
import foyer.registration.PersonalPassword;
import foyer.registration.PersonalPassword.Trust;
import foyer.registration.Proof;
import foyer.registration.ProofUse;
import foyer.shared.dynamodb.StoredItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The hashes of what lets a viewer in, as attributes of a registration's item. */
final class CredentialItems {
    private CredentialItems() {}

    static Map<String, AttributeValue> attributes(Credentials credentials) {
        var attributes = new HashMap<String, AttributeValue>();
        credentials.link().ifPresent(hash -> attributes.put("authToken", text(hash)));
        credentials.password().ifPresent(password -> {
            attributes.put("passwordHash", text(password.hash()));
            attributes.put("passwordTrust", text(password.trust().name()));
        });
        attributes.put("wrongCodes", number(credentials.guesses().inARow()));
        attributes.put("guesses", number(credentials.guesses().lately()));
        attributes.put("guessedAt", number(credentials.guesses().last().toEpochMilli()));
        var proofs = credentials.proofs().stream().map(CredentialItems::proof).toList();
        attributes.put("proofs", AttributeValue.fromL(proofs));
        if (credentials.lastUse() != null) {
            attributes.put("proofUsedBy", text(credentials.lastUse().call()));
            attributes.put("proofUseUntil", number(credentials.lastUse().until().toEpochMilli()));
        }
        return attributes;
    }

    static Credentials credentials(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Credentials(
                optional(attributes, "authToken"),
                item.groups("proofs").stream().map(CredentialItems::proof).toList(),
                guesses(item),
                password(attributes),
                use(attributes));
    }

    // Those of the version before were counted in a row alone.
    private static Guesses guesses(StoredItem item) {
        var lately = Objects.requireNonNullElse(item.numberIfThere("guesses"), 0L);
        var last = Objects.requireNonNullElse(item.instantIfThere("guessedAt"), Instant.EPOCH);
        return new Guesses((int) item.number("wrongCodes"), lately.intValue(), last);
    }

    private static @Nullable ProofUse use(Map<String, AttributeValue> attributes) {
        var call = optional(attributes, "proofUsedBy");
        return call == null ? null : new ProofUse(call, new StoredItem(attributes).instant("proofUseUntil"));
    }

    private static @Nullable PersonalPassword password(Map<String, AttributeValue> attributes) {
        var hash = optional(attributes, "passwordHash");
        var trust = optional(attributes, "passwordTrust");
        return hash == null ? null : new PersonalPassword(hash, trust == null ? Trust.CLAIMED : Trust.valueOf(trust));
    }

    private static AttributeValue proof(Proof proof) {
        return AttributeValue.fromM(Map.of(
                "codeHash", text(proof.codeHash()),
                "linkHash", text(proof.linkHash()),
                "made", number(proof.made().toEpochMilli()),
                "until", number(proof.until().toEpochMilli())));
    }

    private static Proof proof(StoredItem item) {
        // One of the version before may make room at once.
        var made = Objects.requireNonNullElse(item.instantIfThere("made"), Instant.EPOCH);
        return new Proof(item.text("codeHash"), item.text("linkHash"), made, item.instant("until"));
    }

    private static @Nullable String optional(Map<String, AttributeValue> attributes, String name) {
        var attribute = attributes.get(name);
        return attribute == null ? null : attribute.s();
    }
}
