package foyer.support.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.session.SessionId;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import foyer.shared.dynamodb.TableDefinition;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import foyer.support.Happening;
import foyer.support.SupportCode;
import foyer.support.SupportReport;
import foyer.support.SupportReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What screens reported, in DynamoDB, for a week. */
@ApplicationScoped
class DynamoDbSupportReports implements SupportReports {
    static final TableDefinition TABLE =
            TableDefinition.of("support", KeyAttribute.text("code")).expiringAt("keptUntil");

    @Inject
    StoreClient client;

    @Inject
    StoreSettings settings;

    @Produces
    static TableDefinition table() {
        return TABLE;
    }

    @Override
    public boolean keep(SupportReport report) {
        try {
            client.putItem(put -> put.tableName(tableName())
                    .item(item(report))
                    .conditionExpression("attribute_not_exists(code) OR sessionId = :session")
                    .expressionAttributeValues(
                            Map.of(":session", text(report.sessionId().value()))));
            return true;
        } catch (ConditionalCheckFailedException anothers) {
            return false;
        }
    }

    @Override
    public Optional<SupportReport> find(SupportCode code) {
        var found = client.getItem(
                get -> get.tableName(tableName()).consistentRead(true).key(Map.of("code", text(code.value()))));
        return found.hasItem() ? Optional.of(report(new StoredItem(found.item()))) : Optional.empty();
    }

    private String tableName() {
        return settings.table(TABLE.name());
    }

    private static Map<String, AttributeValue> item(SupportReport report) {
        return Map.of(
                "code", text(report.code().value()),
                "eventId", text(report.eventId().value()),
                "sessionId", text(report.sessionId().value()),
                "reportedAt", number(report.reportedAt().toEpochMilli()),
                "happenings",
                        AttributeValue.fromL(report.happenings().stream()
                                .map(DynamoDbSupportReports::item)
                                .toList()),
                "keptUntil", number(report.reportedAt().plus(SupportReport.KEPT).getEpochSecond()));
    }

    private static AttributeValue item(Happening happening) {
        return AttributeValue.fromM(Map.of(
                "at", number(happening.at().toEpochMilli()),
                "what", text(happening.what().name()),
                "detail", text(happening.detail())));
    }

    private static SupportReport report(StoredItem item) {
        return new SupportReport(
                new SupportCode(item.text("code")),
                new EventId(item.text("eventId")),
                SessionId.of(item.text("sessionId")),
                item.instant("reportedAt"),
                item.groups("happenings").stream()
                        .map(group -> new Happening(
                                group.instant("at"), Happening.What.valueOf(group.text("what")), group.text("detail")))
                        .toList());
    }
}
