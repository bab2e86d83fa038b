package foyer.support.dynamodb;

import foyer.shared.dynamodb.LocalStore;
import foyer.support.SupportReports;
import foyer.support.SupportReportsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSupportReportsIT implements SupportReportsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbSupportReports.TABLE);

    @Override
    public SupportReports reports() {
        var reports = new DynamoDbSupportReports();
        reports.client = STORE.client();
        reports.settings = STORE.settings();
        return reports;
    }
}
