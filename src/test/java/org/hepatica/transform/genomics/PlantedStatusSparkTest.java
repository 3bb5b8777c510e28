package org.hepatica.transform.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import org.hepatica.quality.Copies;
import org.hepatica.quality.Reconciliation;
import org.hepatica.source.Glance;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Landing;
import org.hepatica.source.Records;
import org.hepatica.synthetic.Plan;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Identity;
import org.hepatica.synthetic.write.SyntheticRegistry;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.transform.ingest.RegistryIngest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The planted truth of the synthetic registry comes back from its laboratories' files, whatever the
 * seed: of two seeds, or of as many as {@code -Dhepatica.seeds=40}.
 */
class PlantedStatusSparkTest {

  private static final long PATIENTS = 1200;

  private static final Map<SyntheticPatient.Kras, String> STATES =
      Map.of(
          SyntheticPatient.Kras.WT_ALL, "wild-type, all codons",
          SyntheticPatient.Kras.WT_ASSAYED, "wild-type, assayed codons",
          SyntheticPatient.Kras.MUT, "mutated",
          SyntheticPatient.Kras.INDETERMINATE, "indeterminate",
          SyntheticPatient.Kras.NOT_TESTED, "not tested");

  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("hepatica.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPlantedStatusComesBack(long seed) throws IOException {
    SparkSession spark = TestSpark.session();
    SyntheticRegistry.withDefaults()
        .seed(seed)
        .patients(PATIENTS)
        .write(spark, folder.resolve("landing"));
    Configuration configuration = Configuration.load(Path.of("conf/hepatica.conf"), Map.of());
    Center center = configuration.center("synthetic");
    IdentifierKey key = IdentifierKey.load(folder.resolve("identifiers.key"));
    GeneStatuses.Result result =
        derive(spark, center, key, configuration.study("gholami-2019").gene().orElseThrow());
    Map<String, String> found = new HashMap<>();
    for (Row row : result.statuses().collectAsList()) {
      found.put(
          row.getAs(Registry.PATIENT_ID),
          row.getAs(Genomic.GENE_STATE) + " " + row.getList(row.fieldIndex(Genomic.VARIANTS)));
    }
    Map<String, String> planted = new HashMap<>();
    Plan plan = Plan.of(PATIENTS, seed);
    Identity identity = new Identity(PATIENTS, seed);
    for (long index = 0; index < plan.size(); index++) {
      SyntheticPatient patient = plan.patient(index);
      planted.put(
          key.hash(center.name(), identity.mrn(index)),
          STATES.get(patient.kras())
              + " "
              + (patient.kras() == SyntheticPatient.Kras.MUT
                  ? List.of(patient.krasVariant())
                  : List.of()));
    }
    assertThat(found).hasSizeGreaterThan(1000);
    assertThat(found).containsExactlyInAnyOrderEntriesOf(planted);
    Reconciliation.check(result.reconciliation().collectAsList());
  }

  private GeneStatuses.Result derive(
      SparkSession spark, Center center, IdentifierKey key, org.hepatica.protocol.Study.Gene gene) {
    Landing.Listing listing =
        Landing.list(
                folder.resolve("landing"),
                List.of(center),
                LocalDate.of(2016, 2, 1),
                Glance.at(folder.resolve("landing")))
            .whole();
    Map<String, Center> centers = Map.of(center.name(), center);
    Dataset<Row> records =
        Copies.numbered(Records.read(spark, List.of(center), listing.files(), key));
    records = stored(records, "records");
    RegistryIngest.Result registry =
        RegistryIngest.run(records, centers, judged -> stored(judged, "judged"));
    return GeneStatuses.run(
        records, registry::table, centers, gene, samples -> stored(samples, "samples"));
  }

  private Dataset<Row> stored(Dataset<Row> rows, String name) {
    String path = folder.resolve(name).toString();
    rows.write().parquet(path);
    return rows.sparkSession().read().parquet(path);
  }
}
