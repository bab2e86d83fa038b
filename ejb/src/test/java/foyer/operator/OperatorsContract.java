package foyer.operator;

import static foyer.operator.SomeOperators.anAdmin;
import static foyer.operator.SomeOperators.anAnalyst;
import static foyer.operator.SomeOperators.as;
import static foyer.operator.SomeOperators.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.VersionConflict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of operators promises. Each test leaves an admin of its own behind, for the last one cannot go. */
public interface OperatorsContract {
    Operators operators();

    @Test
    default void whoWasAddedIsFoundByIdAndAddress() {
        var ann = added(anAdmin(fresh("ann")));

        assertThat(operators().find(ann.id())).contains(ann);
        assertThat(operators().find(new EmailAddress(ann.email().typed()))).contains(ann);
    }

    @Test
    default void whoIsNotThereIsNotFound() {
        assertThat(operators().find(OperatorId.fresh())).isEmpty();
        assertThat(operators().find(new EmailAddress(fresh("nobody")))).isEmpty();
    }

    @Test
    default void addingTwiceOverwritesNothing() {
        var ann = added(anAnalyst(fresh("ann")));

        assertThatThrownBy(() -> operators().add(at(ann, fresh("bob")))).isInstanceOf(AlreadyThere.class);
        assertThat(operators().find(ann.id())).contains(ann);
    }

    @Test
    default void anAddressBelongsToOneOperatorHoweverItIsWritten() {
        var ann = added(anAnalyst(fresh("ann")));
        var sameInCapitals = ann.email().typed().replace("example.org", "EXAMPLE.ORG");

        assertThatThrownBy(() -> operators().add(anAnalyst(sameInCapitals))).isInstanceOf(AddressTaken.class);
    }

    @Test
    default void anAddressThatWasGivenUpIsFreeAgain() {
        var ann = added(anAnalyst(fresh("ann")));
        var before = ann.email().typed();

        operators().replace(ann, at(ann, fresh("anna")));

        assertThat(operators().find(new EmailAddress(before))).isEmpty();
        added(anAnalyst(before));
    }

    @Test
    default void nobodyMovesToAnAddressThatIsTaken() {
        var ann = added(anAnalyst(fresh("ann")));
        var bob = added(anAnalyst(fresh("bob")));

        assertThatThrownBy(() -> operators().replace(bob, at(bob, ann.email().typed())))
                .isInstanceOf(AddressTaken.class);
        assertThat(operators().find(bob.id())).contains(bob);
    }

    @Test
    default void aChangeOfWhatIsStaleIsRefused() {
        var ann = added(anAnalyst(fresh("ann")));
        operators().replace(ann, as(ann, Role.ORGANIZER));

        assertThatThrownBy(() -> operators().replace(ann, as(ann, Role.ANALYST)))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> operators().remove(ann)).isInstanceOf(VersionConflict.class);
    }

    @Test
    default void whoWasRemovedIsGoneAndTheAddressIsFree() {
        var ann = added(anAnalyst(fresh("ann")));

        operators().remove(ann);

        assertThat(operators().find(ann.id())).isEmpty();
        added(anAnalyst(ann.email().typed()));
    }

    @Test
    default void theListIsByAddressAndInParts() {
        var prefix = "list-" + Ids.fresh();
        for (var name : List.of("c", "a", "b")) {
            added(anAnalyst(prefix + name + "@example.org"));
        }

        var seen = new ArrayList<String>();
        var page = operators().page(1, prefix);
        while (page.items().get(0).email().typed().startsWith(prefix)) {
            seen.add(page.items().get(0).email().typed());
            if (page.next() == null) {
                break;
            }
            page = operators().page(1, page.next());
        }

        assertThat(seen).containsExactly(prefix + "a@example.org", prefix + "b@example.org", prefix + "c@example.org");
    }

    private Operator added(Operator operator) {
        operators().add(operator);
        return operator;
    }

    private static String fresh(String name) {
        return name + "-" + Ids.fresh() + "@example.org";
    }
}
