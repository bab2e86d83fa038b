package foyer.operator;

import static foyer.operator.SomeOperators.anAdmin;
import static foyer.operator.SomeOperators.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Ids;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That somebody is always left who administers; each test begins with nobody there. */
public interface LastAdminContract {
    Operators nobodyYet();

    @Test
    default void theLastAdminCannotBeRemoved() {
        var operators = nobodyYet();
        var ann = added(operators);

        assertThatThrownBy(() -> operators.remove(ann)).isInstanceOf(LastAdmin.class);
        assertThat(operators.find(ann.id())).contains(ann);
    }

    @Test
    default void theLastAdminCannotBeDemoted() {
        var operators = nobodyYet();
        var ann = added(operators);

        assertThatThrownBy(() -> operators.replace(ann, as(ann, Role.ORGANIZER)))
                .isInstanceOf(LastAdmin.class);
    }

    @Test
    default void anAdminWhoIsNotTheLastMayGo() {
        var operators = nobodyYet();
        var ann = added(operators);
        var bob = added(operators);

        operators.remove(ann);

        assertThatThrownBy(() -> operators.remove(bob)).isInstanceOf(LastAdmin.class);
    }

    @Test
    default void twoAdminsWhoRemoveEachOtherAtOnceLeaveOneOfThem() throws Exception {
        var operators = nobodyYet();
        var ann = added(operators);
        var bob = added(operators);
        var both = Executors.newFixedThreadPool(2);
        try {
            both.invokeAll(Stream.<Callable<Boolean>>of(() -> removed(operators, ann), () -> removed(operators, bob))
                    .toList());
        } finally {
            both.shutdown();
            assertThat(both.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(Stream.of(ann, bob).filter(each -> operators.find(each.id()).isPresent()))
                .hasSize(1);
    }

    private static boolean removed(Operators operators, Operator operator) {
        try {
            operators.remove(operator);
            return true;
        } catch (LastAdmin | VersionConflict | Unavailable refused) {
            return false;
        }
    }

    private static Operator added(Operators operators) {
        var admin = anAdmin("admin-" + Ids.fresh() + "@example.org");
        operators.add(admin);
        return admin;
    }
}
