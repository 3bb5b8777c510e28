package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.genomics.GeneStatuses;
import org.hepatica.transform.history.ChangedPatients;
import org.hepatica.transform.history.ChangedRecords;
import org.hepatica.transform.history.DifferingLines;
import org.hepatica.transform.history.Ties;

/**
 * The gene's tables with changes followed: samples that are tied to what changed, by an identifier
 * that they share with it or through others, are read anew; the rest stays. Counts are those that
 * were, less what the tied records gave before, with what they give now.
 */
final class FollowedGene {

  private static final List<String> SAMPLE =
      List.of(Registry.CENTER, Genomic.PLATFORM, Genomic.SAMPLE_ID);
  private static final String SAID = "said";
  private static final List<String> PATIENT = List.of(Registry.CENTER, Registry.PATIENT_ID);

  private static final List<String> LINE = List.of(DifferingLines.LINE);

  /** What joins samples to patients. */
  private static final List<TableDefinition> JOINING =
      List.of(Registry.PATIENT, Registry.SPECIMEN, Registry.CROSSWALK);

  /**
   * The column by which their rows are tied: of specimens and aliases the sample, which a patient
   * may have claimed whom nothing ties to it any more.
   */
  private static final Map<TableDefinition, String> TIED_BY =
      Map.of(
          Registry.PATIENT, Registry.PATIENT_ID,
          Registry.SPECIMEN, Registry.ACCESSION,
          Registry.CROSSWALK, Registry.ALIAS_ID);

  private static final Set<String> JOINED_BY =
      JOINING.stream().map(TableDefinition::name).collect(Collectors.toUnmodifiableSet());

  private final Run run;
  private final Map<String, Center> centers;
  private final Study.Gene gene;
  private final Tables then;
  private final Tables now;
  private final Dataset<Row> changed;
  private final Dataset<Row> patients;
  private final Dataset<Row> claims;
  private final Optional<Dataset<Row>> near;

  /**
   * @param then tables of the run's centres as they held when the gene's tables were made
   * @param now the same as they hold
   */
  FollowedGene(Run run, LakeChanges changes, Study.Gene gene, Tables then, Tables now) {
    this.run = run;
    this.centers = run.plan().centers();
    this.gene = gene;
    this.then = then;
    this.now = now;
    String own = IngestStep.centersSql(run.plan());
    near = changes.records();
    changed =
        run.lake()
            .settle(
                "changed-records",
                ChangedRecords.of(
                    changes.of(Operational.RECORD).where(own).where(matters()), ChangeFeed.CHANGE));
    patients =
        run.lake()
            .settle(
                "changed-joins",
                new ChangedPatients(ChangeFeed.CHANGE)
                    .of(JOINING, table -> changes.of(table).where(own)));
    claims =
        run.lake()
            .settle(
                "changed-claims",
                earlier(changes.of(Registry.SPECIMEN).where(own), Registry.ACCESSION)
                    .union(earlier(changes.of(Registry.CROSSWALK).where(own), Registry.ALIAS_ID))
                    .distinct());
  }

  /** Samples for which another claim of an earlier delivery is known, or one is gone. */
  private static Dataset<Row> earlier(Dataset<Row> changes, String sample) {
    return changes
        .where(col(Registry.VALID_TO).isNotNull())
        .select(col(Registry.CENTER), col(sample).as(Ties.LINK));
  }

  /** Records of platforms, and those that join them to patients. */
  private Column matters() {
    Column matters = GeneStatuses.isOfPlatform(centers);
    for (Center center : centers.values()) {
      Object[] exports =
          center.tables().stream()
              .filter(mapping -> JOINED_BY.contains(mapping.table()))
              .flatMap(
                  mapping ->
                      Stream.concat(
                          Stream.of(mapping.from()),
                          mapping.joins().stream().map(Center.Join::export)))
              .distinct()
              .toArray();
      matters =
          matters.or(
              col(Registry.CENTER)
                  .equalTo(center.name())
                  .and(col(Operational.EXPORT).isin(exports)));
    }
    return matters;
  }

  /** Whether all samples have to be read: a panel means another thing, or a patient is another. */
  boolean concernsAll() {
    return centers.values().stream().anyMatch(center -> center.identity().isPresent())
        || !changed.where(GeneStatuses.saysOfPanels(centers)).isEmpty() && panelsChanged();
  }

  private boolean panelsChanged() {
    return !panels(then).equals(panels(now));
  }

  private Map<String, List<Object>> panels(Tables tables) {
    return panelRows(tables).collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> facts(row.getStruct(1))));
  }

  private static List<Object> facts(Row panels) {
    return List.of(
        String.valueOf(panels.get(0)),
        Set.copyOf(panels.getList(1)),
        Set.copyOf(panels.getList(2)));
  }

  private Dataset<Row> panelRows(Tables tables) {
    return GeneStatuses.panels(tables.read(Operational.RECORD), centers, gene);
  }

  /** Whether nothing of a platform, and nothing that joins one to a patient, is new. */
  boolean isNothing() {
    return patients.isEmpty() && claims.isEmpty() && !ofPlatformsChanged();
  }

  private boolean ofPlatformsChanged() {
    return !changed.where(GeneStatuses.isOfPlatform(centers)).isEmpty();
  }

  /** Reads what is tied, and writes it in the place of what it was. */
  void write() {
    Optional<Reached> byNear = ofPlatformsChanged() ? Optional.empty() : near.flatMap(this::near);
    Dataset<Row> reached =
        byNear.map(Reached::records).orElseGet(() -> run.lake().settle("tied-records", tied()));
    Dataset<Row> links =
        byNear.map(Reached::identifiers).orElseGet(() -> Ties.links(reached).union(seeds()));
    Dataset<Row> identifiers = run.lake().settle("tied-identifiers", links.distinct());
    Dataset<Row> tied = reached.where(GeneStatuses.isOfPlatform(centers));
    Dataset<Row> before = tied.where(col(ChangeFeed.CHANGE).leq(0));
    Dataset<Row> holding = tied.where(col(ChangeFeed.CHANGE).geq(0));
    Dataset<Row> panels = run.lake().settle("panels", panelRows(now));
    GeneStatuses.Result was = result(before, panels, joining(then, identifiers), "samples-before");
    GeneStatuses.Result is = result(holding, panels, joining(now, identifiers), "samples");
    Dataset<Row> samples =
        run.lake()
            .settle(
                "differing-samples",
                DifferingLines.of(said(was.samples()), said(is.samples()), SAID, SAMPLE));
    Dataset<Row> concerned = run.lake().settle("tied-patients", concerned(samples, is));
    SideBySide writes = new SideBySide();
    if (!samples.isEmpty() || ofPlatformsChanged()) {
      writeSamples(writes, samples, lines(tied), was, is);
    }
    amend(writes, Genomic.GENE_STATUS, concerned, is.statuses(), PATIENT);
    amend(writes, Genomic.GENE_EVIDENCE, concerned, is.evidence(), PATIENT);
    writes.run();
  }

  private void writeSamples(
      SideBySide writes,
      Dataset<Row> samples,
      Dataset<Row> lines,
      GeneStatuses.Result was,
      GeneStatuses.Result is) {
    amend(writes, Genomic.ASSAY, samples, is.assays(), SAMPLE);
    amend(writes, Genomic.ASSAY_CALL, samples, is.calls(), SAMPLE);
    amend(writes, Genomic.GENE_QUARANTINE, lines, is.quarantine(), LINE);
    List<Row> counts =
        Tally.ofFiles(
            Genomic.GENE_RECONCILIATION,
            run.lake().small().read(Genomic.GENE_RECONCILIATION),
            was.reconciliation(),
            is.reconciliation());
    writes.add(() -> run.lake().overwrite(Genomic.GENE_RECONCILIATION, counts));
  }

  private static Dataset<Row> lines(Dataset<Row> records) {
    return records.select(LINE.stream().map(n -> col(n)).toArray(Column[]::new)).distinct();
  }

  /** With all that a sample says, as text. */
  private static Dataset<Row> said(Dataset<Row> samples) {
    return samples.withColumn(SAID, to_json(struct(col("*"))));
  }

  /** Rows of some samples or patients, in the place of those that were. */
  private void amend(
      SideBySide writes,
      TableDefinition table,
      Dataset<Row> gone,
      Dataset<Row> rows,
      List<String> key) {
    Dataset<Row> come = rows.join(broadcast(gone), key.toArray(String[]::new), "left_semi");
    writes.add(() -> run.lake().amend(Amendment.of(table, key, gone, come)));
  }

  private GeneStatuses.Result result(
      Dataset<Row> records, Dataset<Row> panels, Tables tables, String name) {
    return GeneStatuses.run(
        records.drop(ChangeFeed.CHANGE),
        panels,
        tables,
        centers,
        gene,
        samples -> run.lake().settle(name, samples));
  }

  /** Those that count, 1 for what is new among them; and -1 those that no longer do. */
  private Dataset<Row> tied() {
    Dataset<Row> come = changed.where(col(ChangeFeed.CHANGE).gt(0));
    Dataset<Row> gone = changed.where(col(ChangeFeed.CHANGE).lt(0));
    Dataset<Row> stay =
        now.read(Operational.RECORD)
            .where(matters())
            .join(come, ChangedRecords.KEY.toArray(String[]::new), "left_anti")
            .withColumn(ChangeFeed.CHANGE, lit(0));
    Dataset<Row> all = stay.unionByName(come).unionByName(gone);
    Dataset<Row> nameless = changed.where(size(col(Operational.LINKS)).equalTo(0));
    Column ties = Ties.among(centers.values(), PatientColumns::identifying);
    return new Ties(ties, run.lake()::settle).with(all, seeds().distinct()).unionByName(nameless);
  }

  /** Records of platforms that are reached, and the identifiers that lead to them. */
  private record Reached(Dataset<Row> records, Dataset<Row> identifiers) {}

  /**
   * The same where no platform has anything new, by the records that ingestion had at hand: they
   * are all that joins those who changed to samples, so that only the platforms' are looked
   * through. Empty where a sample leads on to others.
   */
  private Optional<Reached> near(Dataset<Row> records) {
    Column ties = Ties.among(centers.values(), PatientColumns::identifying);
    Ties near = new Ties(ties, (name, rows) -> run.lake().settle("near-" + name, rows));
    Dataset<Row> identifiers = near.identifiers(records, seeds().distinct());
    Dataset<Row> reached =
        run.lake()
            .settle(
                "tied-records",
                Ties.having(
                        now.read(Operational.RECORD).where(GeneStatuses.isOfPlatform(centers)),
                        identifiers,
                        ChangedRecords.KEY)
                    .withColumn(ChangeFeed.CHANGE, lit(0)));
    boolean leadsOn =
        !Ties.links(reached)
            .join(broadcast(identifiers), new String[] {Registry.CENTER, Ties.LINK}, "left_anti")
            .isEmpty();
    return leadsOn ? Optional.empty() : Optional.of(new Reached(reached, identifiers));
  }

  /** The identifiers of what changed. */
  private Dataset<Row> seeds() {
    return Ties.links(changed)
        .union(patients.select(col(Registry.CENTER), col(Registry.PATIENT_ID).as(Ties.LINK)))
        .union(claims);
  }

  /** Tables of which those that join samples to patients have no others than the tied ones. */
  private static Tables joining(Tables tables, Dataset<Row> identifiers) {
    Dataset<Row> named =
        identifiers.select(col(Registry.CENTER), col(Ties.LINK).as(Registry.PATIENT_ID));
    Tables joining = tables;
    for (Map.Entry<TableDefinition, String> table : TIED_BY.entrySet()) {
      joining =
          joining.with(
              table.getKey(),
              ChangedPatients.only(tables.read(table.getKey()), named, table.getValue()));
    }
    return joining;
  }

  /** Patients whom the samples were of, or are of, and those who are new or gone. */
  private Dataset<Row> concerned(Dataset<Row> samples, GeneStatuses.Result is) {
    Column[] patient = PATIENT.stream().map(n -> col(n)).toArray(Column[]::new);
    return run.lake()
        .read(Genomic.ASSAY)
        .join(samples, SAMPLE.toArray(String[]::new), "left_semi")
        .select(patient)
        .union(
            is.samples().join(samples, SAMPLE.toArray(String[]::new), "left_semi").select(patient))
        .union(patients.select(patient))
        .where(col(Registry.PATIENT_ID).isNotNull())
        .distinct();
  }
}
