package org.hepatica;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String[] PURE = {
    "org.hepatica.survival..",
    "org.hepatica.meta..",
    "org.hepatica.genomics..",
    "org.hepatica.formula..",
    "org.hepatica.protocol.."
  };

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hepatica");

  @Test
  void thePureRingKnowsNoSpark() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..", "scala..")
        .check(HOUSE);
  }

  @Test
  void theMathematicsDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.hepatica.survival..", "org.hepatica.genomics..", "org.hepatica.formula..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching("org.hepatica.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void theGeneratorDoesNotKnowGenomics() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.synthetic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hepatica.genomics..", "org.hepatica.transform..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheLakeTouchesDelta() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hepatica.lake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..")
        .check(HOUSE);
  }

  @Test
  void transformationsMeetOnlyAtTables() {
    slices()
        .matching("org.hepatica.transform.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void transformationsDoNotReachForFilesLakeOrReport() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.transform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hepatica.source..",
            "org.hepatica.lake..",
            "org.hepatica.report..",
            "org.hepatica.synthetic..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void tablesKnowNobody() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.table..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hepatica.protocol..", "org.hepatica.lake..", "org.hepatica.job..")
        .check(HOUSE);
  }

  @Test
  void nobodyImportsTheJobs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hepatica.job..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hepatica.job..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void theBenchmarkMeasuresFromOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hepatica.benchmark..", "org.hepatica.job..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.hepatica.benchmark..")
        .check(HOUSE);
    classes()
        .that()
        .resideInAPackage("org.hepatica.benchmark..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.hepatica.benchmark..",
            "org.hepatica.ml..",
            "org.hepatica.survival..",
            "org.apache.spark..",
            "com.fasterxml.jackson..",
            "scala..",
            "java..")
        .check(HOUSE);
  }

  @Test
  void anExportIsWrittenFromRowsAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.portal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hepatica.lake..", "org.hepatica.source..", "org.hepatica.report..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Dataset.class)
        .check(HOUSE);
  }

  @Test
  void noDrawerForOddments() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..helper..", "..manager..", "..common..")
        .check(HOUSE);
  }

  @Test
  void transformationsDoNotBringRowsToTheDriver() {
    noClasses()
        .that()
        .resideInAnyPackage("org.hepatica.transform..", "org.hepatica.quality..")
        .and()
        .haveSimpleNameNotEndingWith("CellCollector") // counts only
        .and()
        .haveSimpleNameNotEndingWith("Preview") // a few first rows, for check
        .should()
        .callMethodWhere(
            describe(
                "brings rows to the driver or keeps them",
                call ->
                    call.getTargetOwner().isAssignableTo(Dataset.class)
                        && Set.of(
                                "collect",
                                "collectAsList",
                                "takeAsList",
                                "head",
                                "first",
                                "toLocalIterator",
                                "show",
                                "persist",
                                "cache")
                            .contains(call.getName())))
        .check(HOUSE);
  }

  @Test
  void theEngineDoesNotKnowSparksEstimators() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.ml..")
        .and()
        .resideOutsideOfPackage("org.hepatica.ml.estimator")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hepatica.ml.estimator")
        .check(HOUSE);
  }

  @Test
  void estimatorsNeitherReadFilesNorPrint() {
    noClasses()
        .that()
        .resideInAPackage("org.hepatica.ml.estimator")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hepatica.ml.file..",
            "org.hepatica.ml.show..",
            "org.hepatica.table..",
            "org.hepatica.protocol..",
            "org.hepatica.lake..",
            "org.hepatica.report..")
        .check(HOUSE);
  }

  @Test
  void onlyJobsMakeASession() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hepatica.job..")
        .should()
        .callMethod(SparkSession.class, "builder")
        .check(HOUSE);
  }
}
