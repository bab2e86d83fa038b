package foyer.access;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.registration.Intake;
import foyer.registration.Registration;
import foyer.shared.Fields;
import foyer.shared.ProblemCode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come, which the server decides and the page only shows (AuthFlow on the wire).
 *
 * @param reason why to wait ({@code notStarted}, {@code waitingList}, {@code approval}, {@code payment}) or why it is
 *     refused (an error code); null with other steps
 * @param data what the step needs beside that, by the API's names
 * @param redirectUrl where the viewer belongs rather than here; null where there is no such page
 */
public record Flow(
        AuthType flowType,
        Step currentStep,
        @Nullable String reason,
        Map<String, Object> data,
        @Nullable String redirectUrl) {
    static final String NOT_STARTED = "notStarted";
    static final String WAITING_LIST = "waitingList";
    static final String APPROVAL = "approval";
    static final String PAYMENT = "payment";

    static Flow at(Event event, Step step) {
        return new Flow(event.authType(), step, null, Map.of(), null);
    }

    static Flow waiting(Event event, String reason) {
        return new Flow(event.authType(), Step.WAIT, reason, Map.of(), null);
    }

    static Flow refused(Event event, ProblemCode why) {
        return new Flow(event.authType(), Step.REFUSED, why.wireName(), Map.of(), null);
    }

    /** Of somebody who has the right to watch: only time and the organizer stand between. */
    static Flow admitted(Event event, Instant now) {
        return switch (event.stateAt(now)) {
            case DRAFT, ARCHIVED -> refused(event, ProblemCode.NOT_FOUND);
            case CANCELLED -> refused(event, ProblemCode.WRONG_STATE);
            case PUBLISHED -> waiting(event, NOT_STARTED);
            case LIVE -> at(event, Step.WATCH);
            case ENDED ->
                event.manifestUrl().isPresent() ? at(event, Step.WATCH) : refused(event, ProblemCode.WRONG_STATE);
        };
    }

    /** Of somebody who has registered. */
    static Flow of(Event event, Registration registration, Instant now) {
        return switch (registration.stateAt(now)) {
            // Who was offered a seat takes it as an address is proven: by the letter.
            case HELD -> held(event, registration);
            case CONFIRMED -> admitted(event, now);
            case WAITING -> waiting(event, WAITING_LIST);
            case AWAITING_APPROVAL -> waiting(event, APPROVAL);
            case CANCELLED -> refused(event, ProblemCode.WRONG_STATE);
            case EXPIRED -> at(event, Step.REGISTER);
        };
    }

    private static Flow held(Event event, Registration registration) {
        if (!registration.proven() || !registration.fee().open()) {
            return at(event, Step.VERIFY);
        }
        return registration.fee().processing()
                ? waiting(event, PAYMENT)
                : new Flow(event.authType(), Step.PAY, null, dues(event, registration), null);
    }

    private static Map<String, Object> dues(Event event, Registration registration) {
        var data = new LinkedHashMap<String, Object>();
        data.put("registrationId", registration.id().value());
        event.plan()
                .admission()
                .payment()
                .price()
                .ifPresent(price -> data.put(
                        "price",
                        Map.of(
                                "amount", price.minorUnits(),
                                "currency", price.currency().getCurrencyCode())));
        registration.payableUntil().ifPresent(until -> data.put("holdExpiresAt", until.toString()));
        if (registration.fee().voucher() != null) {
            data.put("voucher", registration.fee().voucher());
        }
        return data;
    }

    /**
     * Of somebody of whom nothing is known.
     *
     * @param soldOut whether there is nothing left to register for; asked only where that matters
     */
    static Flow ofStranger(Event event, Instant now, BooleanSupplier soldOut) {
        return switch (event.stateAt(now)) {
            case DRAFT, ARCHIVED, CANCELLED -> admitted(event, now);
            case ENDED -> event.manifestUrl().isPresent() ? wayIn(event, now, soldOut) : admitted(event, now);
            case PUBLISHED, LIVE -> wayIn(event, now, soldOut);
        };
    }

    private static Flow wayIn(Event event, Instant now, BooleanSupplier soldOut) {
        return switch (event.authType()) {
            case NONE -> admitted(event, now);
            case EMAIL, PAYMENT -> registering(event, now, soldOut);
            case PASSWORD ->
                switch (event.plan().admission().password().mode()) {
                    case SHARED -> at(event, Step.LOGIN);
                    case PERSONAL -> registering(event, now, soldOut);
                };
        };
    }

    private static Flow registering(Event event, Instant now, BooleanSupplier soldOut) {
        return switch (Intake.of(event, now)) {
            case OPEN -> soldOut.getAsBoolean() ? refused(event, ProblemCode.SOLD_OUT) : at(event, Step.REGISTER);
            case NOT_YET -> refused(event, ProblemCode.REGISTRATION_CLOSED).with(opening(event));
            case OVER -> refused(event, ProblemCode.REGISTRATION_CLOSED);
        };
    }

    private static Map<String, Object> opening(Event event) {
        var opensAt = event.plan().enrolment().opensAt();
        return opensAt == null ? Map.of() : Map.of("opensAt", opensAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    /** Whether nothing stands between the viewer and the picture any more. */
    boolean plays() {
        return currentStep == Step.WATCH;
    }

    /** Whether nothing more is asked of the viewer, be it that they have to wait. */
    boolean asksNothing() {
        return currentStep == Step.WATCH || currentStep == Step.WAIT;
    }

    /** Whether the viewer is known: what is left is to wait, to pay or to watch. */
    boolean known() {
        return asksNothing() || currentStep == Step.PAY;
    }

    /**
     * With the viewer's own address, for whom a picture is to carry it; only for who has proven by a session that it is theirs.
     */
    Flow marked(Event event, Registration registration) {
        var watches = plays() || NOT_STARTED.equals(reason);
        if (!watches || !event.plan().video().watermark()) {
            return this;
        }
        var more = new LinkedHashMap<>(data);
        more.put("watermark", registration.email().typed());
        return with(more);
    }

    private Flow with(Map<String, Object> more) {
        return new Flow(flowType, currentStep, reason, more, redirectUrl);
    }

    Flow leadingTo(@Nullable String page) {
        return new Flow(flowType, currentStep, reason, data, page);
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        return view(Map.of());
    }

    /** @param session what {@code sessionData} tells beside the reason */
    Map<String, Object> view(Map<String, Object> session) {
        var told = new LinkedHashMap<String, Object>(session);
        told.putAll(data);
        if (reason != null) {
            told.put("reason", reason);
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("flowType", Fields.wireName(flowType));
        tree.put("currentStep", Fields.wireName(currentStep));
        tree.put("sessionData", told);
        if (redirectUrl != null) {
            tree.put("redirectUrl", redirectUrl);
        }
        return tree;
    }
}
