package foyer.web.operator;

import foyer.operator.Operator;
import foyer.operator.OperatorId;
import foyer.operator.Staffing;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Lists;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Who administers. */
@Path("operators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@ApplicationScoped
public class OperatorsResource {
    private static final String LIST = "operators";

    @Inject
    Staffing staffing;

    @Inject
    Lists lists;

    @Inject
    Repeats repeats;

    @GET
    public Response operators(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var page = staffing.operators(Lists.limit(limit), lists.position(LIST, cursor));
        return Answers.ok(lists.tree(LIST, page, Operator::view)).build();
    }

    @POST
    public Response add(Submission submission, @Context HttpServletRequest request, @Context UriInfo uri) {
        return repeats.created(request, uri, submission, id -> {
            var operator = staffing.add(submission.fields(), new OperatorId(id.value()));
            return new Repeats.Created("operators/" + operator.id().value(), tag(operator), operator.view());
        });
    }

    @GET
    @Path("{operatorId}")
    public Response operator(@PathParam("operatorId") String operatorId) {
        return shown(staffing.operator(OperatorId.of(operatorId)));
    }

    @PUT
    @Path("{operatorId}")
    public Response replace(
            @PathParam("operatorId") String operatorId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Submission submission) {
        var id = OperatorId.of(operatorId);
        var version =
                EntityTags.expectedVersion(ifMatch, () -> staffing.operator(id).version());
        return shown(staffing.replace(id, version, submission.fields()));
    }

    @DELETE
    @Path("{operatorId}")
    public Response remove(
            @PathParam("operatorId") String operatorId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        staffing.remove(OperatorId.of(operatorId), EntityTags.meant(ifMatch));
        return Response.noContent().build();
    }

    private static Response shown(Operator operator) {
        return Answers.ok(operator.view())
                .header(HttpHeaders.ETAG, tag(operator))
                .build();
    }

    private static String tag(Operator operator) {
        return EntityTags.quoted(String.valueOf(operator.version()));
    }
}
