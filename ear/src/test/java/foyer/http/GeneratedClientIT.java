package foyer.http;

import static foyer.http.Program.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.client.ApiException;
import foyer.client.EventsApi;
import foyer.client.model.AuthType;
import foyer.client.model.Bound;
import foyer.client.model.Event;
import foyer.client.model.EventState;
import foyer.client.model.Finding;
import foyer.client.model.GivenAnswer;
import foyer.client.model.NewEvent;
import foyer.client.model.NewOperator;
import foyer.client.model.ProblemCode;
import foyer.client.model.RegistrationField;
import foyer.client.model.RegistrationField.TypeEnum;
import foyer.client.model.Role;
import foyer.client.model.ShowWhen;
import foyer.client.model.SubmittedEvent;
import foyer.client.model.SubmittedField;
import foyer.client.model.SubmittedRegistrationConfig;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The API's description is true: a program that knows nothing else makes its way through the API. */
@Beside
class GeneratedClientIT {
    private static final String PASSWORD = "an organizer reads descriptions";

    private final EventsApi everyone = Program.ofNobody().events();
    private final EventsApi organizer = anOrganizer();

    GeneratedClientIT() throws ApiException {}

    @Test
    void anEventIsPlannedChangedShownListedCancelledAndArchived() throws ApiException, IOException {
        var id = organizer.createEvent(anEvent(), UUID.randomUUID().toString()).getEventId();
        assertThat(refusal(() -> everyone.getEvent(id, null)).getCode()).isEqualTo(ProblemCode.NOT_FOUND);

        rename(id, "An evening with the trio");
        assertThat(organizer.publishEvent(id, null).getState()).isEqualTo(EventState.PUBLISHED);
        assertThat(idsOfTwoPages(EventState.PUBLISHED)).contains(id).doesNotHaveDuplicates();

        var seen = everyone.getEvent(id, null);
        assertThat(seen.getTitle()).isEqualTo("An evening with the trio");
        assertThat(seen.getVersion()).isNull();
        assertThat(seen.getEmbedConfig()).isNull();

        assertThat(organizer.cancelEvent(id, null).getState()).isEqualTo(EventState.CANCELLED);
        organizer.archiveEvent(id, null);
        assertThat(refusal(() -> everyone.getEvent(id, null)).getCode()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(organizer.getEvent(id, null).getState()).isEqualTo(EventState.ARCHIVED);
    }

    @Test
    void whatIsReadIsWhatWasSentAndMayBeSentBack() throws ApiException {
        var made = organizer.createEvent(anEvent().registrationConfig(everyKindOfQuestion()), null);

        var read = organizer.getEvent(made.getEventId(), null);
        var replaced = organizer.replaceEvent(made.getEventId(), "*", asSubmitted(read));

        assertThat(read).isEqualTo(made);
        assertThat(read.getStartsAt()).isEqualTo("2030-05-01T20:00:00+02:00");
        assertThat(read.getRegistrationConfig().getFields())
                .extracting(RegistrationField::getName)
                .containsExactly("email", "age", "since", "member", "number");
        assertThat(replaced.getRegistrationConfig()).isEqualTo(read.getRegistrationConfig());
        assertThat(replaced.getVersion()).isEqualTo(2);
    }

    @Test
    void aRefusalSaysWhatIsWrongWithWhichField() throws IOException {
        var problem = refusal(() -> organizer.createEvent(
                anEvent().capacity(0L).startsAt("2030-03-31T02:30:00").timeZone("Europe/Vienna"), null));

        assertThat(problem.getCode()).isEqualTo(ProblemCode.VALIDATION_FAILED);
        assertThat(problem.getMessage()).isNotBlank();
        assertThat(problem.getDetails().getRequestId()).isNotBlank();
        assertThat(problem.getDetails().getFields())
                .extracting(Finding::getField)
                .containsExactlyInAnyOrder("capacity", "startsAt");
    }

    @Test
    void aChangeOfWhatOneHasNotSeenIsRefused() throws ApiException, IOException {
        var made = organizer.createEvent(anEvent(), null);
        var seen = etagOf(made.getEventId());
        rename(made.getEventId(), "Changed meanwhile");

        var problem = refusal(() -> organizer.replaceEvent(made.getEventId(), seen, asSubmitted(made)));

        assertThat(problem.getCode()).isEqualTo(ProblemCode.VERSION_CONFLICT);
    }

    private void rename(String id, String title) throws ApiException {
        var renamed = organizer.replaceEvent(
                id, etagOf(id), asSubmitted(organizer.getEvent(id, null)).title(title));

        assertThat(renamed.getTitle()).isEqualTo(title);
    }

    private String etagOf(String id) throws ApiException {
        var headers = organizer.getEventWithHttpInfo(id, null).getHeaders();
        return requireNonNull(headers.get("ETag")).get(0);
    }

    private List<String> idsOfTwoPages(EventState state) throws ApiException {
        var first = organizer.listEvents(1, null, state);
        var ids = new ArrayList<String>();
        first.getItems().forEach(event -> ids.add(event.getEventId()));
        if (first.getNextCursor() != null) {
            organizer
                    .listEvents(200, first.getNextCursor(), state)
                    .getItems()
                    .forEach(event -> ids.add(event.getEventId()));
        }
        return ids;
    }

    private static SubmittedEvent asSubmitted(Event read) {
        return Program.JSON.convertValue(read, SubmittedEvent.class);
    }

    private static NewEvent anEvent() {
        return new NewEvent()
                .title("An evening with the quartet")
                .authType(AuthType.NONE)
                .startsAt("2030-05-01T20:00:00")
                .endsAt("2030-05-01T22:00:00")
                .timeZone("Europe/Vienna");
    }

    private static SubmittedRegistrationConfig everyKindOfQuestion() {
        var age = new RegistrationField()
                .name("age")
                .type(TypeEnum.NUMBER)
                .min(new Bound(18.0))
                .max(new Bound(99.5));
        var since = new RegistrationField().name("since").type(TypeEnum.DATE).min(new Bound(LocalDate.of(2001, 1, 31)));
        var member = new RegistrationField().name("member").type(TypeEnum.CHECKBOX);
        var number = new RegistrationField()
                .name("number")
                .showWhen(new ShowWhen().field("member").equals(new GivenAnswer(true)));
        return new SubmittedRegistrationConfig()
                .addFieldsItem(new SubmittedField("email"))
                .addFieldsItem(new SubmittedField(age))
                .addFieldsItem(new SubmittedField(since))
                .addFieldsItem(new SubmittedField(member))
                .addFieldsItem(new SubmittedField(number))
                .addRequiredItem("email");
    }

    private static EventsApi anOrganizer() throws ApiException {
        var email = UUID.randomUUID() + "@foyer.example";
        Program.signedIn(Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD)
                .operators()
                .addOperator(new NewOperator().email(email).password(PASSWORD).addRolesItem(Role.ORGANIZER), null);
        return Program.signedIn(email, PASSWORD).events();
    }
}
