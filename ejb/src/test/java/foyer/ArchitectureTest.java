package foyer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import foyer.architecture.Boundaries;
import foyer.architecture.Manners;
import foyer.architecture.StoreAccess;

@AnalyzeClasses(
        packages = "foyer",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeStandIns.class})
class ArchitectureTest {
    @ArchTest
    static final ArchTests BOUNDARIES = ArchTests.in(Boundaries.class);

    @ArchTest
    static final ArchTests MANNERS = ArchTests.in(Manners.class);

    @ArchTest
    static final ArchTests STORE_ACCESS = ArchTests.in(StoreAccess.class);

    /** They are on the class path of tests, and no part of the product. */
    static final class DoNotIncludeStandIns implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/foyer/sandbox/");
        }
    }
}
