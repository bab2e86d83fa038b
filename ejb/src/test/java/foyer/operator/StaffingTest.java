package foyer.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.NotFound;
import foyer.shared.QuickPasswords;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffingTest {
    private static final String PASSWORD = "correct horse battery";

    private final SettableClock clock = new SettableClock();
    private final Staffing staffing = staffing();
    private final OperatorId id = OperatorId.fresh();

    @Test
    void whoIsAddedIsShownWithoutThePassword() {
        var view = staffing.add(ann(), id).view();

        assertThat(view)
                .containsEntry("email", "ann@example.org")
                .containsEntry("roles", List.of("admin", "analyst"))
                .containsEntry("version", 1L);
        assertThat(view.toString()).doesNotContain(PASSWORD).doesNotContain("hash of");
    }

    @Test
    void addingAgainWithTheSameContentAnswersWhoIsThere() {
        var first = staffing.add(ann(), id);
        clock.pass(Duration.ofMinutes(1));

        assertThat(staffing.add(ann(), id)).isEqualTo(first);
    }

    @Test
    void addingAgainWithAnotherContentIsRefused() {
        staffing.add(ann(), id);

        assertThatThrownBy(() -> staffing.add(with("password", "another one entirely"), id))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void anAddressThatIsTakenIsAFindingOnTheField() {
        staffing.add(ann(), id);

        var taken = catchThrowableOfType(AddressTaken.class, () -> staffing.add(ann(), OperatorId.fresh()));
        assertThat(taken.findings()).extracting(Finding::field, Finding::code).containsExactly(tuple("email", "taken"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var wrong = new HashMap<String, Object>();
        wrong.put("email", "no address");
        wrong.put("roles", List.of("admin", "emperor", 7L));
        wrong.put("disabled", "yes");
        wrong.put("password", "short");
        wrong.put("shoeSize", 43L);
        wrong.put("name", "n".repeat(201));

        assertThat(findings(() -> staffing.add(Fields.of(wrong), id)))
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("email", "roles[1]", "roles[2]", "disabled", "password", "shoeSize", "name");
    }

    @Test
    void addressRolesAndPasswordAreNeeded() {
        assertThat(findings(() -> staffing.add(Fields.of(Map.of()), id)))
                .extracting(Finding::field, Finding::code)
                .containsExactlyInAnyOrder(
                        tuple("email", "required"), tuple("roles", "required"), tuple("password", "required"));
    }

    @Test
    void aNameIsOneLineOfCharactersThatCanBeKept() {
        for (var name : List.of("Ann\nBen", "Ann\u0000", "Ann\u001b[31m", "Ann\u2028Ben")) {
            assertThat(findings(() -> staffing.add(with("name", name), id)))
                    .extracting(Finding::field, Finding::code)
                    .containsExactly(tuple("name", "invalid_characters"));
        }
        assertThat(staffing.add(with("name", " 👩‍🚀 Ann ﷽ "), id).name()).isEqualTo("👩‍🚀 Ann ﷽");
    }

    @Test
    void noRoleAtAllIsNoOperator() {
        assertThat(findings(() -> staffing.add(with("roles", List.of()), id)))
                .extracting(Finding::field)
                .containsExactly("roles");
    }

    @Test
    void aChangeKeepsThePasswordThatIsLeftOut() {
        var before = staffing.add(ann(), id);

        var after = staffing.replace(id, 1, changed("name", "Ann"));

        assertThat(after.name()).isEqualTo("Ann");
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.password()).isEqualTo(before.password());
        assertThat(after.passwordSetAt()).isEqualTo(before.passwordSetAt());
    }

    @Test
    void anotherPasswordIsSetFromNowOn() {
        staffing.add(ann(), id);
        clock.pass(Duration.ofMinutes(1));

        var after = staffing.replace(id, 1, changed("password", "another one entirely"));

        assertThat(after.passwordSetAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatWasReadMayComeBackAsItWas() {
        var view = new HashMap<>(staffing.add(ann(), id).view());

        assertThat(staffing.replace(id, 1, Fields.of(view)).version()).isEqualTo(2);
    }

    @Test
    void whatIsOursToSayIsRefusedWhenItDiffers() {
        var view = new HashMap<>(staffing.add(ann(), id).view());
        view.put("version", 7L);
        view.put("createdAt", "2020-01-01T00:00:00Z");
        view.put("operatorId", 5L);

        assertThat(findings(() -> staffing.replace(id, 1, Fields.of(view))))
                .filteredOn(finding -> finding.code().equals("read_only"))
                .extracting(Finding::field)
                .containsExactlyInAnyOrder("version", "createdAt", "operatorId");
    }

    @Test
    void aStaleChangeIsRefused() {
        staffing.add(ann(), id);
        staffing.replace(id, 1, changed("name", "Ann"));

        assertThatThrownBy(() -> staffing.replace(id, 1, changed("name", "Anna")))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void whoIsChangedWhileTheyAreRemovedIsRemoved() {
        var operators = new ChangedMeanwhile(2);
        staffing.operators = operators;
        staffing.add(ann(), id);
        staffing.add(with("email", "ben@example.org"), OperatorId.fresh());

        staffing.remove(id, any -> true);

        assertThat(operators.find(id)).isEmpty();
    }

    @Test
    void whoRemovesSomebodyIsNeverToldOfAVersionThatTheyDidNotName() {
        staffing.operators = new ChangedMeanwhile(Integer.MAX_VALUE);
        staffing.add(ann(), id);
        staffing.add(with("email", "ben@example.org"), OperatorId.fresh());

        assertThatThrownBy(() -> staffing.remove(id, any -> true)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoNamesAVersionRemovesNoOther() {
        var operators = new ChangedMeanwhile(1);
        staffing.operators = operators;
        staffing.add(ann(), id);
        staffing.add(with("email", "ben@example.org"), OperatorId.fresh());

        for (var stale : List.of(7L, 1L)) {
            assertThatThrownBy(() -> staffing.remove(id, version -> version == stale))
                    .isInstanceOf(VersionConflict.class);
            assertThat(operators.find(id)).isPresent();
        }
        staffing.remove(id, version -> version == 2);
        assertThat(operators.find(id)).isEmpty();
    }

    @Test
    void theLastAdminStaysWhateverIsTried() {
        staffing.add(ann(), id);

        assertThatThrownBy(() -> staffing.remove(id, any -> true)).isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> staffing.replace(id, 1, changed("roles", List.of("analyst"))))
                .isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> staffing.replace(id, 1, changed("disabled", true)))
                .isInstanceOf(LastAdmin.class);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThatThrownBy(() -> staffing.operator(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> staffing.remove(id, any -> true)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> OperatorId.of("../admins")).isInstanceOf(NotFound.class);
    }

    @Test
    void aPartOfTheListHasOneToTwoHundred() {
        assertThatThrownBy(() -> staffing.operators(0, null)).isInstanceOf(ValidationFailed.class);
        assertThatThrownBy(() -> staffing.operators(201, null)).isInstanceOf(ValidationFailed.class);
    }

    private static List<Finding> findings(ThrowingCallable work) {
        return catchThrowableOfType(ValidationFailed.class, work).findings();
    }

    private static Fields ann() {
        return Fields.of(submission());
    }

    private static Fields with(String name, Object value) {
        var submission = submission();
        submission.put(name, value);
        return Fields.of(submission);
    }

    private static Fields changed(String name, @Nullable Object value) {
        var submission = submission();
        submission.remove("password");
        submission.put(name, value);
        return Fields.of(submission);
    }

    private static Map<String, @Nullable Object> submission() {
        var submission = new HashMap<String, @Nullable Object>();
        submission.put("email", "ann@example.org");
        submission.put("roles", List.of("analyst", "admin"));
        submission.put("password", PASSWORD);
        return submission;
    }

    /** Somebody else is faster this often. */
    private static final class ChangedMeanwhile extends OperatorsInMemory {
        private int times;

        ChangedMeanwhile(int times) {
            this.times = times;
        }

        @Override
        public synchronized void remove(Operator operator) {
            if (times-- > 0) {
                replace(
                        operator,
                        operator.changed(SubmittedOperator.of(changed("name", "Ann"), operator), operator.updatedAt()));
            }
            super.remove(operator);
        }
    }

    private Staffing staffing() {
        var made = new Staffing();
        made.operators = new OperatorsInMemory();
        made.passwords = new QuickPasswords();
        made.clock = clock;
        return made;
    }
}
