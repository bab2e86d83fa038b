package foyer.event;

import static foyer.event.SomeEvents.aHouse;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.Stage;
import foyer.shared.ValidationFailed;
import java.util.List;
import java.util.Map;

/** What a plan's rules find wrong with a submission. */
final class Findings {
    private Findings() {}

    static List<Finding> in(Map<String, ?> submission) {
        return in(submission, aHouse());
    }

    static List<Finding> inTheLocalStage(Map<String, ?> submission) {
        return in(submission, aHouse(Stage.LOCAL));
    }

    /** As {@code title required}. */
    static List<String> shortly(Map<String, ?> submission) {
        return in(submission).stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    static List<Finding> in(Map<String, ?> submission, HouseRules house) {
        var fields = Fields.of(submission);
        Plan.read(fields, house);
        fields.refuseUnknown();
        try {
            fields.throwIfRefused();
            return List.of();
        } catch (ValidationFailed failed) {
            return failed.findings();
        }
    }
}
