package org.hepatica;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hepatica", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PURE = {
    "org.hepatica.survival..",
    "org.hepatica.meta..",
    "org.hepatica.genomics..",
    "org.hepatica.formula..",
    "org.hepatica.protocol.."
  };

  @ArchTest
  static final ArchRule thePureRingKnowsNoSpark =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..", "scala..");

  @ArchTest
  static final ArchRule theMathematicsDoesNoInputOrOutput =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.hepatica.survival..", "org.hepatica.genomics..", "org.hepatica.formula..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesHaveNoCycle =
      slices().matching("org.hepatica.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theGeneratorDoesNotKnowGenomics =
      noClasses()
          .that()
          .resideInAPackage("org.hepatica.synthetic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hepatica.genomics..", "org.hepatica.transform..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyTheLakeTouchesDelta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hepatica.lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.delta..", "org.apache.spark.sql.delta..");

  @ArchTest
  static final ArchRule transformationsMeetOnlyAtTables =
      slices()
          .matching("org.hepatica.transform.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule transformationsDoNotReachForFilesLakeOrReport =
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
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule tablesKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("org.hepatica.table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.hepatica.protocol..", "org.hepatica.lake..", "org.hepatica.job..");

  @ArchTest
  static final ArchRule nobodyImportsTheJobs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.hepatica.job..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hepatica.job..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule noDrawerForOddments =
      classes()
          .should()
          .resideOutsideOfPackages("..util..", "..helper..", "..manager..", "..common..");
}
