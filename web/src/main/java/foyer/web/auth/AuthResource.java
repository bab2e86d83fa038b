package foyer.web.auth;

import foyer.access.LettingIn;
import foyer.access.Proving;
import foyer.access.Shown;
import foyer.access.SingleUse;
import foyer.event.EventId;
import foyer.operator.PublishingKeys;
import foyer.operator.SignedIn;
import foyer.operator.SigningIn;
import foyer.shared.Fields;
import foyer.shared.Problem;
import foyer.traffic.Answer;
import foyer.traffic.FreshId;
import foyer.web.access.KnownViewers;
import foyer.web.answer.Answers;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import foyer.web.caller.PagesOfEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Signing in and out. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthResource {
    // Clients keep the keys for a while; a new one is published this long before it signs.
    private static final String KEYS_ARE_KEPT = "public, max-age=300";

    private static final String LOGIN = "auth/login";

    @Inject
    SigningIn signingIn;

    @Inject
    LettingIn lettingIn;

    @Inject
    Proving proving;

    @Inject
    KnownViewers viewers;

    @Inject
    Repeats repeats;

    @Inject
    PagesOfEvent pages;

    @Inject
    PublishingKeys keys;

    @POST
    @Path("login")
    public Response login(
            Submission submission, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var fields = submission.fields();
        if (fields.has("eventId")) {
            return viewer(submission, request, response);
        }
        var email = required(fields, "email");
        var password = required(fields, "password");
        complete(fields);
        return signedIn(signingIn.signIn(email, password, request.getRemoteAddr()));
    }

    private Response viewer(Submission submission, HttpServletRequest request, HttpServletResponse response) {
        var fields = submission.fields();
        var text = fields.text("eventId");
        if (text.isEmpty()) {
            // No event says what is to be shown: what is wrong with the form of it is told beside this.
            Shown.read(fields);
        }
        var event = EventId.of(text.orElse(""));
        pages.admit(request, response, () -> Optional.of(event));
        // What is used up by being shown is answered again as it was, to those whose answer was lost on its way;
        // whatever else lets people in may simply be shown again, and a herd with its password or by its links need not
        // be written down.
        return Answers.of(
                SingleUse.among(submission.tree())
                        ? repeats.once(request, LOGIN, submission, call -> letIn(event, fields, call, request))
                        : letIn(event, fields, FreshId.ofAFirstCall(), request));
    }

    private Answer letIn(EventId event, Fields shown, FreshId call, HttpServletRequest request) {
        var letIn = lettingIn.login(event, shown, call, request.getRemoteAddr());
        return new Answer(200, viewers.headers(letIn), letIn.view());
    }

    /** Says the same whether or not the address is known. */
    @POST
    @Path("code")
    public Response code(
            Submission submission, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        var fields = submission.fields();
        var event = fields.text("eventId");
        if (event.isPresent()) {
            pages.admit(request, response, () -> event.map(EventId::of));
        }
        proving.sendCode(fields, request.getRemoteAddr());
        return Answers.json(202, Map.of()).build();
    }

    @POST
    @Path("refresh")
    public Response refresh(Submission submission) {
        return signedIn(signingIn.refresh(refreshToken(submission)));
    }

    /** Says the same whether or not the token was good: a caller who signs out wants to be out. */
    @POST
    @Path("logout")
    public Response logout(Submission submission) {
        signingIn.signOut(refreshToken(submission));
        return Response.noContent().build();
    }

    @GET
    @Path("jwks")
    public Response jwks() {
        return Answers.ok(keys.keySet())
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, KEYS_ARE_KEPT)
                .build();
    }

    private static String refreshToken(Submission submission) {
        var fields = submission.fields();
        var token = required(fields, "refreshToken");
        complete(fields);
        return token;
    }

    private static String required(Fields fields, String name) {
        fields.require(name);
        return fields.text(name).orElse("");
    }

    /** Fails with a {@link Problem} that carries all findings. */
    private static void complete(Fields fields) {
        fields.refuseUnknown();
        fields.throwIfRefused();
    }

    private static Response signedIn(SignedIn signedIn) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("accessToken", signedIn.accessToken());
        tree.put("tokenType", "Bearer");
        tree.put("expiresIn", signedIn.expiresIn().toSeconds());
        tree.put("refreshToken", signedIn.refreshToken());
        tree.put("roles", signedIn.roles());
        return Answers.ok(tree).build();
    }
}
