package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;

/** Organizers see who comes. */
class RegistrationsIT {
    private static final String NOBODYS = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http analyst = Whole.onMicro().as("analyst");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void anEventThatNobodyRegisteredForHasAnEmptyListAndASheetWithItsHeading() {
        var list = "/api/events/" + anOpenEvent() + "/registrations";

        var page = organizer.get(list).expect(200).json();
        var sheet = organizer.with("Accept", "text/csv").get(list).expect(200);

        assertThat(page.getJsonArray("items")).isEmpty();
        assertThat(page.isNull("nextCursor")).isTrue();
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.text().strip())
                .isEqualTo("registrationId,email,state,paymentStatus,language,createdAt,otherAnswers");
    }

    @Test
    void everyFilterThatIsWrongIsNamed() {
        var list = "/api/events/" + anOpenEvent() + "/registrations";

        var refused = organizer
                .get(list + "?email=nobody&paymentStatus=late&state=gone&createdAfter=yesterday")
                .expect(400)
                .json();

        assertThat(refused.getJsonObject("error").getJsonObject("details").getJsonArray("fields"))
                .hasSize(4);
    }

    @Test
    void addressesAreForThoseOnlyWhoOrganize() {
        var event = anOpenEvent();

        analyst.get("/api/events/" + event + "/registrations").expect(403);
        analyst.get("/api/registrations/" + NOBODYS).expect(403);
        everyone.get("/api/events/" + event + "/registrations").expect(401);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        organizer.get("/api/events/" + NOBODYS + "/registrations").expect(404);
        organizer.get("/api/registrations/" + NOBODYS).expect(404);
        organizer.post("/api/registrations/" + NOBODYS + "/approve").expect(404);
    }

    private String anOpenEvent() {
        return anEvent().with("authType", "email").publishedBy(organizer);
    }
}
