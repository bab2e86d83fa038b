package foyer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What every class of the business owes the others. */
public final class Manners {
    @ArchTest
    public static final ArchRule TIMERS_ARE_NOT_PERSISTENT = classes()
            .should(Conditions.haveOnlyTimersThatAreNotPersistent())
            .because("persistent timers are not coordinated across the nodes");

    @ArchTest
    public static final ArchRule TIMERS_GO_ON = classes()
            .should(Conditions.goTheRoundsOfTheirTimers())
            .because("Payara gives a timer up for good when two of its calls on end fail");

    @ArchTest
    public static final ArchRule BREAKERS_COUNT_MILLISECONDS = classes()
            .should(Conditions.leaveTheUnitOfABreakersDelay())
            .because("Payara takes the number for milliseconds whatever the unit: five seconds are five of them");

    /** {@code System.nanoTime()} is free: it tells how long something took, and never what time it is. */
    @ArchTest
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("foyer.shared.Clocks")
            .should()
            .accessTargetWhere(describe("it asks the machine for the time", Manners::asksTheMachine));

    /** Under {@code ar-EG} the digits of {@code %d} are ١٢٣, under {@code tr} the small letter of I is ı: no machine reads these. */
    @ArchTest
    public static final ArchRule TEXTS_SAY_FOR_WHOM_THEY_ARE = noClasses()
            .should()
            .accessTargetWhere(describe("it goes by the locale of the machine", Manners::goesByTheMachinesLocale))
            .because(
                    "what is written for machines is the same everywhere (Locale.ROOT), and readers have a language of their own");

    @ArchTest
    public static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(Conditions.beInANullMarkedPackage());

    @ArchTest
    public static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Utils?|Helper|Dto|DTO)(\\$.*)?");

    @ArchTest
    public static final ArchRule EVERY_EJB_METHOD_SAYS_WHO_MAY_CALL_IT =
            classes().that(enterpriseBeans()).should(Conditions.sayWhoMayCallEachMethod());

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private static final Set<String> FORMATTERS =
            Set.of("java.lang.String", "java.io.PrintStream", "java.io.PrintWriter");

    private Manners() {}

    private static DescribedPredicate<JavaClass> enterpriseBeans() {
        return annotatedWith(Stateless.class)
                .or(annotatedWith(Stateful.class))
                .or(annotatedWith(Singleton.class))
                .or(annotatedWith(MessageDriven.class))
                .forSubtype();
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getTarget().getName()) {
            case "now" -> CLOCKS.contains(owner.getName()) && !isGivenAClock(access);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
            case "getInstance" -> owner.getName().equals("java.util.Calendar");
            case "<init>" -> madeOfNow(access);
            default -> false;
        };
    }

    private static boolean goesByTheMachinesLocale(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getTarget().getName()) {
            case "format", "printf" -> FORMATTERS.contains(owner.getName()) && !isGivenALocale(access);
            case "formatted" -> owner.isEquivalentTo(String.class);
            case "toLowerCase", "toUpperCase" -> owner.isEquivalentTo(String.class) && !isGivenALocale(access);
            case "ofPattern" -> owner.getName().equals("java.time.format.DateTimeFormatter") && !isGivenALocale(access);
            case "<init>" -> owner.isEquivalentTo(Formatter.class) && !isGivenALocale(access);
            default -> false;
        };
    }

    private static boolean isGivenALocale(JavaAccess<?> access) {
        return parameters(access).contains(Locale.class.getName());
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return parameters(access).equals(List.of(Clock.class.getName()));
    }

    private static boolean madeOfNow(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return (owner.isEquivalentTo(Date.class) || owner.isEquivalentTo(GregorianCalendar.class))
                && parameters(access).isEmpty();
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return Conditions.parameters(access.getTarget());
    }
}
