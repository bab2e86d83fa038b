package foyer.web.payment;

import foyer.payment.checkout.Taken;
import foyer.payment.checkout.TakingPayment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.refund.Refunding;
import foyer.payment.refund.WritingOff;
import foyer.registration.RegistrationId;
import foyer.session.Carrying;
import foyer.shared.Fields;
import foyer.traffic.Answer;
import foyer.web.answer.Answers;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import foyer.web.caller.Callers;
import foyer.web.caller.PagesOfEvent;
import foyer.web.caller.ViewerToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payments: begun and watched by their payer, given back by operators. */
@Path("payments")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PaymentsResource {
    @Inject
    TakingPayment taking;

    @Inject
    Refunding refunding;

    @Inject
    WritingOff writingOff;

    @Inject
    Carrying carrying;

    @Inject
    PagesOfEvent pages;

    @Inject
    Repeats repeats;

    /** A checkout, or the one that is open. */
    @POST
    @Path("checkout")
    public Response checkout(
            Submission submission,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var token = viewersToken(authorization, request, response);
        var fields = submission.fields();
        var registration = registration(fields);
        var returnUrl = fields.text("returnUrl").orElse(null);
        var voucher = fields.text("voucher").orElse(null);
        complete(fields);
        // Whoever shares a network with a payer has the same name here, and is told nothing of what was answered to
        // them.
        taking.recognise(registration, token);
        return Answers.of(repeats.once(request, "payments/checkout", submission, () -> {
            var taken = taking.checkout(registration, token, returnUrl, voucher, request.getRemoteAddr());
            return new Answer(taken.begunNow() ? 201 : 200, Map.of(), taken.view());
        }));
    }

    /** What it would cost with a voucher. */
    @POST
    @Path("quote")
    public Response quote(
            Submission submission,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var token = viewersToken(authorization, request, response);
        var fields = submission.fields();
        var registration = registration(fields);
        var voucher = fields.text("voucher").orElse(null);
        complete(fields);
        return Answers.ok(taking.quote(registration, token, voucher, request.getRemoteAddr())
                        .view())
                .build();
    }

    /** How a payment stands, by the provider's word. */
    @GET
    @Path("{paymentId}")
    public Response payment(
            @PathParam("paymentId") String paymentId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var token = viewersToken(authorization, request, response);
        return Answers.ok(taking.look(PaymentId.of(paymentId), token).view()).build();
    }

    /** All of it, or a part: also of a payment that gave no access, or whose refund failed. */
    @POST
    @Path("{paymentId}/refund")
    @RolesAllowed({"admin", "organizer"})
    public Response refund(
            @PathParam("paymentId") String paymentId, Submission submission, @Context HttpServletRequest request) {
        var fields = submission.fields();
        var amount = fields.wholeNumber("amount");
        complete(fields);
        return Answers.of(repeats.once(request, "payments/" + paymentId + "/refund", submission, order -> {
            var payment = refunding.refund(PaymentId.of(paymentId), amount, order.value(), Callers.operator(request));
            return new Answer(200, Map.of(), Taken.again(payment).operatorsView());
        }));
    }

    /** What a bank took back for good needs nobody any more, and its payer keeps the seat. */
    @POST
    @Path("{paymentId}/write-off")
    @RolesAllowed({"admin", "organizer"})
    public Response writeOff(@PathParam("paymentId") String paymentId, @Context HttpServletRequest request) {
        var payment = writingOff.writeOff(PaymentId.of(paymentId), Callers.operator(request));
        return Answers.ok(Taken.again(payment).operatorsView()).build();
    }

    private static RegistrationId registration(Fields fields) {
        fields.require("registrationId");
        var id = fields.text("registrationId");
        fields.throwIfRefused();
        return RegistrationId.of(id.orElse(""));
    }

    private static void complete(Fields fields) {
        fields.refuseUnknown();
        fields.throwIfRefused();
    }

    private @Nullable String viewersToken(
            @Nullable String authorization, HttpServletRequest request, HttpServletResponse response) {
        var token = ViewerToken.in(authorization);
        pages.admit(request, response, () -> carrying.eventOf(token));
        return token;
    }
}
