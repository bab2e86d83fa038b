package foyer.edge;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import foyer.architecture.Manners;

@AnalyzeClasses(packages = "foyer.edge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NAMES = Manners.NAMES_SAY_SOMETHING;

    @ArchTest
    static final ArchRule NULLS = Manners.EVERY_PACKAGE_IS_NULL_MARKED;

    @ArchTest
    static final ArchRule TIME = Manners.TIME_COMES_FROM_THE_CLOCK;
}
