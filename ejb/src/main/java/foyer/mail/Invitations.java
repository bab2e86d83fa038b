package foyer.mail;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import foyer.event.Event;
import foyer.mail.Letter.Detail;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

/**
 * Makes the entry in a viewer's calendar. It is one and the same through all letters of a registration (UID), and the
 * event's version says which of them is the newest (SEQUENCE). A letter of no registration has none.
 */
final class Invitations {
    private Invitations() {}

    static Optional<Invitation> of(Letter letter, Event event, Sender sender, String page) {
        return Optional.ofNullable(letter.details().get(Detail.REGISTRATION))
                .filter(registration -> !letter.details().containsKey(Detail.APPROVAL))
                .flatMap(registration -> method(letter.kind()).map(method -> {
                    var entry = entry(letter, event, sender, method);
                    entry.setUid(registration + "." + event.id().value() + domain(sender));
                    entry.setUrl(page);
                    return invitation(method, entry, event);
                }));
    }

    private static Optional<Method> method(LetterKind kind) {
        return switch (kind) {
            case CONFIRMATION, RECEIPT, EVENT_CHANGED -> Optional.of(Method.request());
            case EVENT_CANCELLED, REVOKED, PAYMENT_DISPUTED -> Optional.of(Method.cancel());
            case CODE,
                    ALREADY_REGISTERED,
                    ACCESS_LINK,
                    NEW_LINK,
                    PASSWORD_RESET,
                    WAITING_LIST,
                    OFFER,
                    AWAITING_APPROVAL,
                    REMINDER_DAY,
                    REMINDER_HOUR,
                    PAYMENT_DUE,
                    PAYMENT_FAILED,
                    PAYMENT_LATE,
                    PAYMENT_TWICE,
                    REFUNDED,
                    PAYMENT_ALERT,
                    COST_ALERT -> Optional.empty();
        };
    }

    private static Invitation invitation(Method method, VEvent entry, Event event) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Foyer//Foyer//EN");
        calendar.setMethod(method);
        var zone = event.startsAt().getZone();
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(zone), ZoneDescription.of(zone, event.startsAt(), event.endsAt())));
        calendar.addEvent(entry);
        return new Invitation(method.getValue(), written(calendar));
    }

    private static VEvent entry(Letter letter, Event event, Sender sender, Method method) {
        var entry = new VEvent();
        entry.setSequence(sequence(event, method));
        entry.setStatus(method.isCancel() ? Status.cancelled() : Status.confirmed());
        entry.setDateTimeStamp(Date.from(event.updatedAt()));
        entry.setSummary(event.title());
        if (!event.description().isEmpty()) {
            entry.setDescription(event.description());
        }
        entry.setDateStart(Date.from(event.startsAt().toInstant()), true);
        entry.setDateEnd(Date.from(event.endsAt().toInstant()), true);
        entry.setOrganizer(new Organizer(sender.name(), sender.address().mailable()));
        entry.addAttendee(new Attendee(null, letter.to().mailable()));
        return entry;
    }

    // A right may be taken back while the event stays as it is, and calendars ignore what is not newer (RFC 5546,
    // 2.1.5).
    private static int sequence(Event event, Method method) {
        return (int) event.version() + (method.isCancel() ? 1 : 0);
    }

    private static String domain(Sender sender) {
        var address = sender.address().mailable();
        return address.substring(address.lastIndexOf('@'));
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
