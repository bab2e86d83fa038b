package foyer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** How DynamoDB is asked. */
public final class StoreAccess {
    // Members from before there were expressions: they take no names and no values apart from each other.
    private static final Set<String> BEFORE_EXPRESSIONS = Set.of(
            "attributeUpdates",
            "expected",
            "conditionalOperator",
            "keyConditions",
            "queryFilter",
            "scanFilter",
            "attributesToGet");
    private static final Set<String> STATEMENTS =
            Set.of("executeStatement", "batchExecuteStatement", "executeTransaction");
    private static final Set<String> SCANS = Set.of("scan", "scanPaginator");

    /** That a value is in an expression's text cannot be seen here; a statement of PartiQL invites to it. */
    @ArchTest
    public static final ArchRule ONLY_BY_EXPRESSION_ATTRIBUTES = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "it is a member from before expressions, or a statement",
                    access -> isOf(access, BEFORE_EXPRESSIONS) || isOf(access, STATEMENTS)));

    @ArchTest
    public static final ArchRule NO_REQUEST_SCANS =
            noClasses().should().accessTargetWhere(describe("it scans a table", access -> isOf(access, SCANS)));

    private StoreAccess() {}

    private static boolean isOf(JavaAccess<?> access, Set<String> members) {
        return access.getTargetOwner().getPackageName().startsWith("software.amazon.awssdk")
                && members.contains(access.getTarget().getName());
    }
}
