package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps operators as long as the test runs. */
public class OperatorsInMemory implements Operators {
    private final Map<OperatorId, Operator> operators = new HashMap<>();

    @Override
    public synchronized Optional<Operator> find(OperatorId id) {
        return Optional.ofNullable(operators.get(id));
    }

    @Override
    public synchronized Optional<Operator> find(EmailAddress email) {
        return operators.values().stream()
                .filter(operator -> operator.email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized void add(Operator operator) {
        if (operators.containsKey(operator.id())) {
            throw new AlreadyThere(operator.id());
        }
        refuseTaken(operator);
        operators.put(operator.id(), operator);
    }

    @Override
    public synchronized void replace(Operator before, Operator after) {
        refuseStale(before);
        refuseTaken(after);
        if (before.actsAsAdmin() && !after.actsAsAdmin()) {
            refuseWithoutAdmin(before);
        }
        operators.put(after.id(), after);
    }

    @Override
    public synchronized void remove(Operator operator) {
        refuseStale(operator);
        if (operator.actsAsAdmin()) {
            refuseWithoutAdmin(operator);
        }
        operators.remove(operator.id());
    }

    @Override
    public synchronized Page<Operator> page(int limit, @Nullable String position) {
        var rest = operators.values().stream()
                .filter(operator -> position == null || operator.email().key().compareTo(position) > 0)
                .sorted(Comparator.comparing(operator -> operator.email().key()))
                .toList();
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(rest.subList(0, limit), rest.get(limit - 1).email().key());
    }

    private void refuseTaken(Operator operator) {
        var taken = find(operator.email()).filter(other -> !other.id().equals(operator.id()));
        if (taken.isPresent()) {
            throw new AddressTaken();
        }
    }

    private void refuseStale(Operator before) {
        var there = operators.get(before.id());
        if (there == null || there.version() != before.version()) {
            throw new VersionConflict("operator");
        }
    }

    private void refuseWithoutAdmin(Operator leaving) {
        var others = operators.values().stream()
                .filter(Operator::actsAsAdmin)
                .filter(operator -> !operator.id().equals(leaving.id()));
        if (others.findAny().isEmpty()) {
            throw new LastAdmin();
        }
    }
}
