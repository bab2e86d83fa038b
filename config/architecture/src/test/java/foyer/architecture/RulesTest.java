package foyer.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: on a class that breaks it, and where there is nothing to keep it. */
class RulesTest {
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("violations.foyer");
    private static final JavaClasses NOTHING = VIOLATIONS.that(DescribedPredicate.describe("none", any -> false));

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Boundaries.FEATURES_FORM_NO_CYCLE, "Slice seat"),
                Arguments.of(Boundaries.ROOMS_FORM_NO_CYCLE, "Slice seat.row"),
                Arguments.of(Boundaries.SHARED_KNOWS_NO_FEATURE, "KnowsAFeature"),
                Arguments.of(Boundaries.ONLY_ADAPTERS_KNOW_A_VENDOR, "KnowsAVendor"),
                Arguments.of(Boundaries.ONLY_ADAPTERS_KNOW_A_VENDOR, "KnowsAMailer"),
                Arguments.of(Boundaries.ONLY_ADAPTERS_KNOW_A_VENDOR, "KnowsTheStore"),
                Arguments.of(Boundaries.BELOW_A_FEATURE_ARE_ADAPTERS_AND_ROOMS, "KeptElsewhere"),
                Arguments.of(Boundaries.ADAPTERS_ARE_PACKAGE_PRIVATE, "PublicTickets"),
                Arguments.of(Boundaries.NOBODY_DEPENDS_ON_AN_ADAPTER, "KnowsAnAdapter"),
                Arguments.of(Boundaries.BUSINESS_KNOWS_NO_WEB, "KnowsRest"),
                Arguments.of(Boundaries.BUSINESS_KNOWS_NO_WEB, "KnowsServlets"),
                Arguments.of(Boundaries.BUSINESS_KNOWS_NO_WEB, "KnowsFaces"),
                Arguments.of(Manners.TIMERS_ARE_NOT_PERSISTENT, "PersistentTimers.one"),
                Arguments.of(Manners.TIMERS_ARE_NOT_PERSISTENT, "PersistentTimers.several"),
                Arguments.of(Manners.TIMERS_GO_ON, "PersistentTimers.one"),
                Arguments.of(Manners.BREAKERS_COUNT_MILLISECONDS, "ShortBreakers.closesTooSoon"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.instant()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.localDate()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.millis()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.date()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.zoned()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.calendar()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.clock()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.source()"),
                Arguments.of(Manners.TIME_COMES_FROM_THE_CLOCK, "AsksTheMachine.byReference()"),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.formatted("),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.format("),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.printed("),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.byReference("),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.dates("),
                Arguments.of(Manners.TEXTS_SAY_FOR_WHOM_THEY_ARE, "SpeaksLikeTheMachine.formatter("),
                Arguments.of(Manners.EVERY_PACKAGE_IS_NULL_MARKED, "NotMarked"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "TicketManager"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "TicketUtils"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "SaysNothing$SeatUtil"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "SaysNothing$SeatImpl"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "SaysNothing$SeatHelper"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "SaysNothing$SeatDto"),
                Arguments.of(Manners.NAMES_SAY_SOMETHING, "SaysNothing$SeatDTO"),
                Arguments.of(Manners.EVERY_EJB_METHOD_SAYS_WHO_MAY_CALL_IT, "Unguarded.open"),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.beforeExpressions("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.conditionalOperator("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.attributeUpdates("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.attributesToGet("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.keyConditions("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.queryFilter("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.statement("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.statements("),
                Arguments.of(StoreAccess.ONLY_BY_EXPRESSION_ATTRIBUTES, "PublicTickets.transaction("),
                Arguments.of(StoreAccess.NO_REQUEST_SCANS, "PublicTickets.scans("),
                Arguments.of(StoreAccess.NO_REQUEST_SCANS, "PublicTickets.scansPageByPage("),
                Arguments.of(Callers.CALLERS_TALK_TO_USE_CASES_ONLY, "AsksAPort"),
                Arguments.of(Callers.CALLERS_TALK_TO_USE_CASES_ONLY, "AsksAnAdapter"),
                Arguments.of(Callers.CALLERS_TALK_TO_USE_CASES_ONLY, "AsksTheStore"),
                Arguments.of(Callers.CALLERS_TALK_TO_USE_CASES_ONLY, "AsksAVendor"),
                Arguments.of(Callers.CALLERS_TALK_TO_USE_CASES_ONLY, "ShowsAPort"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aViolationIsNamed(ArchRule rule, String violation) {
        assertThatThrownBy(() -> rule.check(VIOLATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(violation);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleThatMatchesNothingFails(ArchRule rule, String any) {
        assertThatThrownBy(() -> rule.check(NOTHING))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void noRuleIsMissingHere() {
        var tried = rules().map(rule -> rule.get()[0]);
        var kept = Stream.of(Boundaries.class, Callers.class, Manners.class, StoreAccess.class)
                .flatMap(house -> Stream.of(house.getFields()))
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(RulesTest::rule)
                .filter(rule -> !rule.equals(Callers.PORTS_ARE_KNOWN));

        assertThat(tried.distinct()).containsExactlyInAnyOrderElementsOf(kept.toList());
    }

    @Test
    void whereNoPortIsImportedNobodyIsSaidToCallNone() {
        var callersAlone = VIOLATIONS.that(DescribedPredicate.describe(
                "callers", candidate -> candidate.getPackageName().endsWith(".web")));

        assertThatThrownBy(() -> Callers.PORTS_ARE_KNOWN.check(callersAlone))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    private static Object rule(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(field + " is not public", hidden);
        }
    }
}
