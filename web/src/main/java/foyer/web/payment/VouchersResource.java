package foyer.web.payment;

import foyer.payment.voucher.IssuingVouchers;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Lists;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import foyer.web.caller.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Codes by which people pay less. */
@Path("vouchers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class VouchersResource {
    private static final String LIST = "vouchers";
    // Vouchers are made and taken back, and never replaced.
    private static final String TAG = EntityTags.quoted("1");

    @Inject
    IssuingVouchers issuing;

    @Inject
    Lists lists;

    @Inject
    Repeats repeats;

    @GET
    public Response vouchers(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        var page = issuing.vouchers(Lists.limit(limit), lists.position(LIST, cursor));
        return Answers.ok(lists.tree(LIST, page, IssuingVouchers::view)).build();
    }

    @POST
    public Response issue(Submission submission, @Context HttpServletRequest request, @Context UriInfo uri) {
        return repeats.created(request, uri, submission, id -> {
            var voucher = issuing.issue(submission.fields(), id.value(), Callers.operator(request));
            return new Repeats.Created("vouchers/" + voucher.code(), TAG, IssuingVouchers.view(voucher));
        });
    }

    @GET
    @Path("{code}")
    public Response voucher(@PathParam("code") String code) {
        return Answers.ok(IssuingVouchers.view(issuing.voucher(code))).build();
    }

    @DELETE
    @Path("{code}")
    public Response withdraw(@PathParam("code") String code, @Context HttpServletRequest request) {
        issuing.withdraw(code, Callers.operator(request));
        return Response.noContent().build();
    }
}
