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
 * event's version says which of them is the newest (SEQUENCE).
 */
final class Invitations {
    private Invitations() {}

    static Optional<Invitation> of(Letter letter, Event event, Sender sender, Optional<String> page) {
        return switch (letter.kind()) {
            case CONFIRMATION, EVENT_CHANGED -> Optional.of(invitation(letter, event, sender, page, false));
            case EVENT_CANCELLED, REVOKED -> Optional.of(invitation(letter, event, sender, page, true));
            case CODE,
                    ALREADY_REGISTERED,
                    ACCESS_LINK,
                    PASSWORD_RESET,
                    WAITING_LIST,
                    OFFER,
                    AWAITING_APPROVAL,
                    REMINDER_DAY,
                    REMINDER_HOUR -> Optional.empty();
        };
    }

    private static Invitation invitation(
            Letter letter, Event event, Sender sender, Optional<String> page, boolean cancelled) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Foyer//Foyer//EN");
        calendar.setMethod(cancelled ? Method.cancel() : Method.request());
        var zone = event.startsAt().getZone();
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(zone), ZoneDescription.of(zone, event.startsAt(), event.endsAt())));
        var entry = entry(letter, event, sender);
        entry.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        page.ifPresent(entry::setUrl);
        calendar.addEvent(entry);
        return new Invitation(cancelled ? "CANCEL" : "REQUEST", written(calendar));
    }

    private static VEvent entry(Letter letter, Event event, Sender sender) {
        var entry = new VEvent();
        entry.setUid(uid(letter, sender));
        entry.setSequence((int) event.version());
        entry.setDateTimeStamp(Date.from(event.updatedAt()));
        entry.setSummary(event.title());
        if (!event.description().isEmpty()) {
            entry.setDescription(event.description());
        }
        entry.setDateStart(Date.from(event.startsAt().toInstant()), true);
        entry.setDateEnd(Date.from(event.endsAt().toInstant()), true);
        entry.setOrganizer(new Organizer(sender.name(), sender.address().typed()));
        entry.addAttendee(new Attendee(null, letter.to().typed()));
        return entry;
    }

    private static String uid(Letter letter, Sender sender) {
        var domain = sender.address().typed();
        return letter.details()
                        .getOrDefault(Detail.REGISTRATION, letter.to().key().replaceAll("[^A-Za-z0-9.-]", "_"))
                + "." + letter.event().value()
                + domain.substring(domain.lastIndexOf('@'));
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
