package foyer.web.mail;

import foyer.mail.DeadLetter;
import foyer.mail.ReplayingLetters;
import foyer.shared.ValidationFailed;
import foyer.web.answer.Answers;
import foyer.web.answer.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters that did not go out. */
@Path("letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class LettersResource {
    private static final String LIST = "letters:dead";

    @Inject
    ReplayingLetters replaying;

    @Inject
    Lists lists;

    @GET
    public Response letters(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("state") @Nullable String state) {
        if (state != null && !state.equals("dead")) {
            throw new ValidationFailed("state", "unknown_value", "This must be dead.");
        }
        var page = replaying.dead(Lists.limit(limit), lists.position(LIST, cursor));
        return Answers.ok(lists.tree(LIST, page, DeadLetter::view)).build();
    }

    @POST
    @Path("{letterId}/replay")
    public Response replay(@PathParam("letterId") String letterId) {
        replaying.replay(letterId);
        return Answers.json(202, Map.of("letterId", letterId, "state", "waiting"))
                .build();
    }
}
