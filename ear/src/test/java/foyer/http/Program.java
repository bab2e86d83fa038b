package foyer.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import foyer.client.ApiClient;
import foyer.client.ApiException;
import foyer.client.EventsApi;
import foyer.client.OperatorsApi;
import foyer.client.SigningInApi;
import foyer.client.model.ErrorAnswer;
import foyer.client.model.Login;
import foyer.client.model.OperatorLogin;
import foyer.client.model.Problem;
import foyer.whole.Whole;
import java.net.http.HttpRequest;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Calls with the client generated from the API's description, and takes nothing for which that has no word. */
final class Program {
    static final ObjectMapper JSON =
            ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ApiClient client;

    private Program(Consumer<HttpRequest.Builder> credentials) {
        client = new ApiClient(
                        ApiClient.createDefaultHttpClientBuilder(),
                        JSON,
                        Whole.onMicro().url())
                .setRequestInterceptor(credentials);
    }

    static Program ofNobody() {
        return new Program(request -> {});
    }

    static Program signedIn(String email, String password) throws ApiException {
        var signedIn = new SigningInApi(ofNobody().client)
                .login(new Login(new OperatorLogin().email(email).password(password)))
                .getSignedIn();
        var bearer = signedIn.getTokenType() + " " + signedIn.getAccessToken();
        return new Program(request -> request.header("Authorization", bearer));
    }

    EventsApi events() {
        return new EventsApi(client);
    }

    OperatorsApi operators() {
        return new OperatorsApi(client);
    }

    /** What the API has against the call. */
    static Problem refusal(ThrowingCallable call) throws JsonProcessingException {
        var refused = catchThrowableOfType(ApiException.class, call);
        return JSON.readValue(refused.getResponseBody(), ErrorAnswer.class).getError();
    }
}
