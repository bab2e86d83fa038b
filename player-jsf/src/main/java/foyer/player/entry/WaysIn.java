package foyer.player.entry;

import foyer.event.Event;
import foyer.event.PasswordTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which panels lead into an event. */
enum WaysIn {
    /** Nobody is asked anything. */
    OPEN,
    /** An address is proven by a code or a link. */
    ADDRESS,
    /** An address is proven, and a seat is paid for. */
    PAYMENT,
    SHARED_PASSWORD,
    PERSONAL_PASSWORD;

    static WaysIn of(Event event) {
        var admission = event.plan().admission();
        return switch (admission.authType()) {
            case NONE -> OPEN;
            case EMAIL -> ADDRESS;
            case PAYMENT -> PAYMENT;
            case PASSWORD ->
                admission.password().mode() == PasswordTerms.Mode.SHARED ? SHARED_PASSWORD : PERSONAL_PASSWORD;
        };
    }

    /** Where a viewer begins whom nobody knows yet. */
    Panel first() {
        return switch (this) {
            case OPEN -> Panel.WATCH;
            case ADDRESS, PAYMENT, PERSONAL_PASSWORD -> Panel.REGISTER;
            case SHARED_PASSWORD -> Panel.LOGIN;
        };
    }

    /** Whether viewers register. */
    boolean registers() {
        return forms().contains(Panel.REGISTER);
    }

    /** Where a viewer begins who was in before. */
    Panel back() {
        return switch (this) {
            case OPEN -> Panel.WATCH;
            case ADDRESS, PAYMENT -> Panel.CODE;
            case SHARED_PASSWORD, PERSONAL_PASSWORD -> Panel.LOGIN;
        };
    }

    /** Those with questions. */
    Set<Panel> forms() {
        return switch (this) {
            case OPEN -> EnumSet.noneOf(Panel.class);
            case ADDRESS -> EnumSet.of(Panel.REGISTER, Panel.CODE, Panel.VERIFY);
            case PAYMENT -> EnumSet.of(Panel.REGISTER, Panel.CODE, Panel.VERIFY, Panel.PAY);
            case SHARED_PASSWORD -> EnumSet.of(Panel.LOGIN);
            case PERSONAL_PASSWORD -> EnumSet.of(Panel.REGISTER, Panel.LOGIN, Panel.CODE, Panel.VERIFY);
        };
    }

    /** Where a viewer may turn to from a panel. */
    List<Panel> turns(Panel from) {
        return switch (from) {
            case REGISTER -> List.of(this == PERSONAL_PASSWORD ? Panel.LOGIN : Panel.CODE);
            case LOGIN -> this == PERSONAL_PASSWORD ? List.of(Panel.REGISTER, Panel.CODE) : List.of();
            case VERIFY -> List.of(Panel.CODE);
            case CODE, LINK -> List.of(first());
            case PAY -> List.of(Panel.REGISTER);
            case WAIT, REFUSED, WATCH -> List.of();
        };
    }

    /** What an address may ask for by itself. */
    Set<Panel> reachable() {
        var reachable = EnumSet.copyOf(forms());
        reachable.remove(Panel.VERIFY);
        reachable.remove(Panel.PAY);
        return reachable;
    }

    /** Whether who registers chooses a password. */
    boolean choosesPassword() {
        return this == PERSONAL_PASSWORD;
    }
}
