package foyer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** Who in the business may know whom. */
public final class Boundaries {
    @ArchTest
    public static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("..foyer.(*)..").should().beFreeOfCycles();

    /** A feature, its rooms and its adapters alike. */
    @ArchTest
    public static final ArchRule ROOMS_FORM_NO_CYCLE =
            slices().matching("..foyer.(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule SHARED_KNOWS_NO_FEATURE =
            noClasses().that(Places.shared()).should().dependOnClassesThat(Places.features());

    @ArchTest
    public static final ArchRule ONLY_ADAPTERS_KNOW_A_VENDOR = noClasses()
            .that(not(Places.adapters().or(Places.theStoresCommonParts())))
            .should()
            .dependOnClassesThat(Places.vendors().or(Places.theStoresCommonParts()))
            .because("a vendor can then be replaced in one place");

    @ArchTest
    public static final ArchRule BELOW_A_FEATURE_ARE_ADAPTERS_AND_ROOMS = classes()
            .that(Places.belowAFeature())
            .should(ArchCondition.from(Places.adapters().or(Places.rooms())))
            .because("no rule looks at an adapter whose package has a name that it does not know, and rooms are few");

    @ArchTest
    public static final ArchRule ADAPTERS_ARE_PACKAGE_PRIVATE =
            classes().that(Places.adapters().and(TOP_LEVEL_CLASSES)).should().bePackagePrivate();

    @ArchTest
    public static final ArchRule NOBODY_DEPENDS_ON_AN_ADAPTER =
            noClasses().that(not(Places.adapters())).should().dependOnClassesThat(Places.adapters());

    @ArchTest
    public static final ArchRule BUSINESS_KNOWS_NO_WEB = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.faces..");

    private Boundaries() {}
}
