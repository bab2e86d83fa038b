package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import foyer.launch.Await;
import foyer.whole.Http;
import foyer.whole.OwnServers;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** As it is shipped: nodes that know of each other by the store alone. Keys that sign take turns meanwhile. */
@OwnServers
class NodesAloneIT extends TwoNodesContract {
    /** Much longer than the ten seconds after which a node looks at the keys and the five that Payara remembers them. */
    private static final String AHEAD = "35s";

    private final List<JsonObject> signedIn = new ArrayList<>();

    @Override
    TwoNodes start() {
        return TwoNodes.alone(
                settings("alone-").with("foyer.jwt.rotate-every", "45s").with("foyer.jwt.publish-ahead", AHEAD));
    }

    @Override
    boolean hasGrid() {
        return false;
    }

    @BeforeAll
    void signInWhileTheFirstKeySigns() {
        var credentials =
                Json.createObjectBuilder().add("email", Whole.ADMIN_EMAIL).add("password", Whole.ADMIN_PASSWORD);
        signedIn.add(nodes.first()
                .post("/api/auth/login", credentials.build())
                .expect(200)
                .json());
    }

    // The last one, so that the first key's time is over by then and nobody waits for it.
    @Test
    @Order(Integer.MAX_VALUE)
    void anotherKeySignsWithoutARestartAndTheContainersOfBothNodesTakeItBesideTheOld() {
        var old = token(signedIn.get(0));
        assertThat(Await.started(Duration.ofMinutes(2), () -> !key(refreshed()).equals(key(old))))
                .isTrue();
        var fresh = token(signedIn.get(signedIn.size() - 1));

        for (var node : List.of(nodes.first(), nodes.second())) {
            with(fresh, node).get("/api/events").expect(200);
            with(old, node).get("/api/events").expect(200);
        }
    }

    /** An access token of this moment, which costs no slow hash as signing in does. */
    private String refreshed() {
        var last = signedIn.get(signedIn.size() - 1).getString("refreshToken");
        var body = Json.createObjectBuilder().add("refreshToken", last).build();
        signedIn.add(nodes.first().post("/api/auth/refresh", body).expect(200).json());
        return token(signedIn.get(signedIn.size() - 1));
    }

    private static Http with(String token, Http node) {
        return node.with("Authorization", "Bearer " + token);
    }

    private static String token(JsonObject signedIn) {
        return signedIn.getString("accessToken");
    }

    private static String key(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException none) {
            throw new AssertionError(token, none);
        }
    }
}
