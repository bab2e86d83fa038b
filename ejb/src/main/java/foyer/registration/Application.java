package foyer.registration;

import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to come, with all that has to be made up before it is known whether the address is new: then a first wish
 * and a second one are the same work.
 *
 * @param id of the registration, or of the receipt
 * @param repeated whether a call before may have registered this already, under the same id
 * @param answers as {@link foyer.form.Answers} read them
 * @param proven whether the address needs no proof, or has been proven
 * @param voucher a code to pay less by; null: none
 * @param first what is told to an address that is new, once it is known where the registration stands
 * @param again what is told to one that is registered
 */
public record Application(
        RegistrationId id,
        boolean repeated,
        EmailAddress email,
        Map<String, Object> answers,
        String language,
        boolean proven,
        Credentials credentials,
        @Nullable String voucher,
        Function<Registration, Outgoing> first,
        Outgoing again) {}
