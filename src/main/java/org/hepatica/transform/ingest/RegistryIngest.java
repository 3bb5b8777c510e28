package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Position;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Quarantine;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.RuleCounts;
import org.hepatica.quality.Typed;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/**
 * Bronze records to the registry's silver tables, by each centre's mappings.
 *
 * <p>All exports and tables go through one plan with one shuffle: rows meet those of the same key.
 * Quality rules that look at more than a row add a second: rows meet those of the same patient.
 * What comes of it is best settled once, and then read by many.
 */
public final class RegistryIngest {

  private RegistryIngest() {}

  /** Without settling: every table evaluates the plan again. */
  public static Result run(Dataset<Row> records, Map<String, Center> centers) {
    return run(records, centers, UnaryOperator.identity());
  }

  /**
   * The registry's rows.
   *
   * @param records of {@link Operational#RECORD}: of each export those that count; or those of
   *     several times, each with the time that it is looked at, by {@link Registry#VALID_FROM} and
   *     {@link Registry#VALID_TO}
   * @param centers by name, whose {@link #problems} have been ruled out
   * @param settle writes what became of the records and reads it back, so that the tables,
   *     quarantine and reconciliation do not each evaluate the plan
   */
  public static Result run(
      Dataset<Row> records, Map<String, Center> centers, UnaryOperator<Dataset<Row>> settle) {
    return run(records, centers, RuleSet.NONE, settle);
  }

  /**
   * The registry's rows, held against quality rules.
   *
   * @param rules whose {@link #problems(RuleSet, Function)} have been ruled out
   */
  public static Result run(
      Dataset<Row> records,
      Map<String, Center> centers,
      RuleSet rules,
      UnaryOperator<Dataset<Row>> settle) {
    boolean timed = List.of(records.columns()).contains(Registry.VALID_FROM);
    Dataset<Row> all = timed ? records : ofOneTime(records);
    List<CenterGroup> groups = CenterGroup.of(centers.values());
    Accounts accounts = Accounts.of(centers.values());
    Drafts drafts = new Drafts(groups);
    Dataset<Row> drafted = drafts.draft(all.where(accounts.isTaken()));
    RowMaker maker = new RowMaker(drafts.plans(), accounts.lookups(), accounts.foreign());
    Dataset<Row> rows =
        drafted
            .select(
                Stream.of(
                        Registry.CENTER,
                        Operational.EXPORT,
                        Registry.DELIVERY,
                        Registry.SOURCE_FILE,
                        Registry.SOURCE_LINE,
                        Registry.VALID_FROM,
                        Registry.VALID_TO,
                        Operational.DEFECT,
                        Operational.COPY,
                        Drafts.DRAFTS)
                    .map(name -> col(name))
                    .toArray(Column[]::new))
            .flatMap(maker, Encoders.row(Judged.TYPE));
    Dataset<Row> judged = settle.apply(new RuledRows(rules).judge(Judged.decide(rows)));
    Dataset<Row> standing = Result.standing(judged);
    return new Result(all, judged, timed ? Spans.of(standing) : standing, accounts, rules);
  }

  private static Dataset<Row> ofOneTime(Dataset<Row> records) {
    return records
        .withColumn(Registry.VALID_FROM, lit(Date.valueOf(LocalDate.EPOCH)))
        .withColumn(Registry.VALID_TO, lit(null).cast("date"));
  }

  /**
   * What is wrong with a centre's mappings: unknown tables, columns, units, SQL that does not
   * parse. Needs an active session, no data.
   *
   * @param positions where a key of the centre's conf file stands, as far as it is known
   * @return one line a problem, naming file, line and key, or else the centre and the key, and a
   *     remedy
   */
  public static List<String> problems(
      Center center, Function<String, Optional<Position>> positions) {
    return MappingProblems.of(center, positions);
  }

  /**
   * What is wrong with quality rules: unknown tables and columns, SQL that does not parse or is no
   * condition. Needs an active session, no data.
   *
   * @param positions where a key of the rules' conf file stands, as far as it is known
   * @return one line a problem, naming file, line and key, or else the set and the key, and a
   *     remedy
   */
  public static List<String> problems(
      RuleSet rules, Function<String, Optional<Position>> positions) {
    return RuleProblems.of(rules, positions);
  }

  /** Holds for the records that ingestion looks at: what it makes depends on no others. */
  public static Column isTaken(Collection<Center> centers) {
    return Accounts.of(centers).isTaken();
  }

  /** Whether ingestion looks at an export's records. */
  public static boolean takes(Center center, String export) {
    return Accounts.of(List.of(center)).takes(center.name(), export);
  }

  /** The exports that a centre's mappings join: to look at some records takes all of theirs. */
  public static Set<String> joined(Center center) {
    return center.tables().stream()
        .flatMap(mapping -> mapping.joins().stream())
        .map(Center.Join::export)
        .collect(Collectors.toSet());
  }

  /** The outcome: views of what became of every record. */
  public static final class Result {

    /** What a table says of a line, as text. */
    public static final String SAID = "said";

    private final Dataset<Row> records;
    private final Dataset<Row> judged;
    private final Dataset<Row> standing;
    private final Accounts accounts;
    private final RuleSet rules;

    private Result(
        Dataset<Row> records,
        Dataset<Row> judged,
        Dataset<Row> standing,
        Accounts accounts,
        RuleSet rules) {
      this.records = records;
      this.judged = judged;
      this.standing = standing;
      this.accounts = accounts;
      this.rules = rules;
    }

    private static Dataset<Row> standing(Dataset<Row> judged) {
      return judged.where(col(Judged.STANDS));
    }

    /**
     * The rows of a registry table in exactly its schema, of every time that was looked at; none
     * when no mapping fills it.
     */
    public Dataset<Row> table(TableDefinition table) {
      List<String> stored = MappingPlan.columnsOf(table);
      Column[] columns =
          Stream.of(table.schema().fields())
              .map(field -> Typed.as(field, value(field, stored)))
              .toArray(Column[]::new);
      return standing.where(col(Operational.TABLE).equalTo(table.name())).select(columns);
    }

    /**
     * The same with the rows of all tables written down by themselves, where much is read of them.
     *
     * @param settle writes rows down and reads them back
     */
    public Result settled(UnaryOperator<Dataset<Row>> settle) {
      return new Result(records, judged, settle.apply(standing), accounts, rules);
    }

    /**
     * The same with rows of tables of some lines alone.
     *
     * @param lines the name of the table, and the lineage, each once
     */
    public Result only(Dataset<Row> lines) {
      String[] line = {
        Operational.TABLE,
        Registry.CENTER,
        Registry.DELIVERY,
        Registry.SOURCE_FILE,
        Registry.SOURCE_LINE
      };
      return new Result(records, judged, standing.join(lines, line, "left_semi"), accounts, rules);
    }

    /**
     * What the tables, and the quarantine, say of each line: the name of the table, the lineage,
     * and {@link #SAID}, a text that is the same for rows that are.
     */
    public Dataset<Row> said() {
      Dataset<Row> withheld =
          quarantine().withColumn(Operational.TABLE, lit(Operational.QUARANTINE.name()));
      return said(standing, Judged.VALUES, Registry.VALID_FROM, Registry.VALID_TO)
          .union(said(withheld, Operational.QUARANTINE.schema().fieldNames()));
    }

    private static Dataset<Row> said(Dataset<Row> rows, String... cells) {
      Column[] all = Stream.of(cells).map(name -> col(name)).toArray(Column[]::new);
      return rows.select(
          col(Operational.TABLE),
          col(Registry.CENTER),
          col(Registry.DELIVERY),
          col(Registry.SOURCE_FILE),
          col(Registry.SOURCE_LINE),
          to_json(struct(all)).as(SAID));
    }

    /**
     * The outcome before the deliveries of some dates and of later ones: what was said until then
     * is said of the same times now, and lasted. Of centres without identities, which change
     * history.
     *
     * @param dates by centre; the records are of these centres, and of several times
     */
    public Result before(Map<String, LocalDate> dates) {
      Column date = lit(null).cast("date");
      for (Map.Entry<String, LocalDate> each : dates.entrySet()) {
        Column isHere = col(Registry.CENTER).equalTo(each.getKey());
        date = when(isHere, lit(Date.valueOf(each.getValue()))).otherwise(date);
      }
      Dataset<Row> then = before(judged, date);
      return new Result(before(records, date), then, Spans.of(standing(then)), accounts, rules);
    }

    private static Dataset<Row> before(Dataset<Row> rows, Column date) {
      Column ended = when(col(Registry.VALID_TO).lt(date), col(Registry.VALID_TO));
      return rows.where(col(Registry.VALID_FROM).lt(date)).withColumn(Registry.VALID_TO, ended);
    }

    /**
     * The same where every record was looked at once, so that no row has to be brought together.
     */
    public Result ofOneTime() {
      return new Result(records, judged, standing(judged), accounts, rules);
    }

    /**
     * The same with records that are counted as they are before they are looked at at several
     * times.
     *
     * @param records those that went in, each once, with the time of its own by {@link
     *     Registry#VALID_FROM} and {@link Registry#VALID_TO}
     */
    public Result counting(Dataset<Row> records) {
      return new Result(records, judged, standing, accounts, rules);
    }

    /**
     * The part of it that began on the first lines of each file, decided among all the records that
     * went in.
     */
    public Result ofFirstLines(long lines) {
      Column first = col(Registry.SOURCE_LINE).leq(lines);
      return new Result(
          records.where(first), judged.where(first), standing.where(first), accounts, rules);
    }

    /** What became of every record, as {@link Judged} says it. */
    Dataset<Row> judged() {
      return judged;
    }

    /** Everything withheld, in the schema of {@link Operational#QUARANTINE}. */
    public Dataset<Row> quarantine() {
      return Quarantine.of(judged.where(Judged.holds()));
    }

    /** Counts by centre and rule, in the schema of {@link Operational#QUALITY}. */
    public Dataset<Row> quality() {
      return RuleCounts.of(holding(), rules);
    }

    /** Counts by file, in the schema of {@link Operational#RECONCILIATION}. */
    public Dataset<Row> reconciliation() {
      return Reconciliation.of(ownRecords(), own());
    }

    /** How much there is, in the schema of {@link Operational#EXTENT}: one pass. */
    public Dataset<Row> extents() {
      return Extents.of(holdingRecords(), standingHolding());
    }

    RuleSet rules() {
      return rules;
    }

    Dataset<Row> standing() {
      return standing;
    }

    /** The rows that stand, whether or not they were settled, as they hold. */
    Dataset<Row> standingNow() {
      return standing.where(Judged.holds());
    }

    /** What became of the records, as it holds by the newest deliveries. */
    Dataset<Row> holding() {
      return judged.where(Judged.holds());
    }

    Dataset<Row> standingHolding() {
      return judged.where(col(Judged.STANDS).and(Judged.holds()));
    }

    Dataset<Row> holdingRecords() {
      return records.where(Judged.holds());
    }

    /** The same of records that ingestion accounts for. */
    Dataset<Row> own() {
      return judged.where(accounts.isOwn().and(Judged.holds()));
    }

    Dataset<Row> ownRecords() {
      return records.where(accounts.isOwn().and(Judged.holds()));
    }

    private static Column value(StructField field, List<String> stored) {
      int place = stored.indexOf(field.name());
      return place < 0 ? col(field.name()) : col(Judged.VALUES).getItem(place);
    }
  }
}
