package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who does not know their password any more chooses another one by mail. */
@Beside
class ForgottenPasswordIT {
    private static final String FORGOTTEN = "correct horse battery";
    private static final String CHOSEN = "staple of the year";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Mailbox ada = Mailbox.fresh();
    private final String event = Offers.published(Offers.byPersonalPassword().without("registrationConfig"));

    @Test
    void aCodeMakesWayForAnotherPassword() {
        var before = registered();
        var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, "forgotten");
        askForCode(visitor)
                .answer("verify", "code", ada.codeAfter(before))
                .answer("verify", "password", CHOSEN)
                .send("verify")
                .watches();

        var again = Visitor.onItsPage(DEVICES.onDesk(), event, "forgotten-again")
                .turn("register", "login")
                .answer("login", "email", ada.address());
        again.answer("login", "password", FORGOTTEN).send("login");
        assertThat(again.alert("login")).contains("not right");
        again.answer("login", "password", CHOSEN).send("login").watches();
    }

    @Test
    void withoutScriptsTooAndTheFirstTryMayBeWrong() {
        var before = registered();
        var page = DEVICES.onPhone();
        page.route("**/*.js", Route::abort);
        var visitor = askForCode(Visitor.onItsPage(page, event, "no-script-forgotten"));
        var code = ada.codeAfter(before);

        visitor.answer("verify", "code", code.equals("111111") ? "222222" : "111111")
                .send("verify");
        assertThat(visitor.alert("verify")).contains("not right");
        visitor.answer("verify", "code", code)
                .answer("verify", "password", CHOSEN)
                .send("verify")
                .at("watch");

        login(Map.of("password", FORGOTTEN), 401);
        login(Map.of("password", CHOSEN), 200);
    }

    @Test
    void aPasswordThatNobodyProvedYetIsProvenByTheCodeThatFollows() {
        call("/api/registrations", Map.of("password", CHOSEN), 201);
        var before = ada.code();
        comesByCodeAfter(CHOSEN, before, "unproven");

        login(Map.of("password", CHOSEN), 200);
    }

    @Test
    void aSlipOfTheHandIsNobodysPassword() {
        var before = registered();
        comesByCodeAfter(FORGOTTEN + "x", before, "slip");

        login(Map.of("password", FORGOTTEN), 200);
        login(Map.of("password", FORGOTTEN + "x"), 401);
    }

    private void comesByCodeAfter(String refused, String before, String name) {
        var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, name)
                .turn("register", "login")
                .answer("login", "email", ada.address());
        visitor.answer("login", "password", refused).send("login");
        assertThat(visitor.alert("login")).contains("not right", "confirmed");

        visitor.turn("login", "code").send("code").at("verify");
        assertThat(visitor.control("verify", "password").inputValue()).isEmpty();
        visitor.answer("verify", "code", ada.codeAfter(before)).send("verify").watches();
    }

    /** The code by which the first password was proven. */
    private String registered() {
        call("/api/registrations", Map.of("password", FORGOTTEN), 201);
        var code = ada.code();
        login(Map.of("code", code, "password", FORGOTTEN), 200);
        return code;
    }

    private Visitor askForCode(Visitor visitor) {
        visitor.turn("register", "login")
                .answer("login", "email", ada.address())
                .turn("login", "code");
        assertThat(visitor.words("code")).contains("Come in without your password", "another password");
        assertThat(visitor.control("code", "email").inputValue()).isEqualTo(ada.address());
        return visitor.send("code").at("verify");
    }

    private void login(Map<String, String> shown, int status) {
        call("/api/auth/login", shown, status);
    }

    private void call(String path, Map<String, String> more, int status) {
        var body = new HashMap<>(more);
        body.put("eventId", event);
        body.put("email", ada.address());
        Whole.onMicro()
                .http()
                .post(
                        path,
                        Json.createObjectBuilder(Map.<String, Object>copyOf(body))
                                .build())
                .expect(status);
    }
}
