package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
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
    Dataset<Row> judged = new RuledRows(rules).judge(Judged.decide(rows));
    return new Result(all, settle.apply(judged), accounts, rules, timed);
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

  /** The exports that a centre's mappings join: to look at some records takes all of theirs. */
  public static Set<String> joined(Center center) {
    return center.tables().stream()
        .flatMap(mapping -> mapping.joins().stream())
        .map(Center.Join::export)
        .collect(Collectors.toSet());
  }

  /** The outcome: views of what became of every record. */
  public static final class Result {

    private final Dataset<Row> records;
    private final Dataset<Row> judged;
    private final Accounts accounts;
    private final RuleSet rules;
    private final boolean timed;

    private Result(
        Dataset<Row> records,
        Dataset<Row> judged,
        Accounts accounts,
        RuleSet rules,
        boolean timed) {
      this.records = records;
      this.judged = judged;
      this.accounts = accounts;
      this.rules = rules;
      this.timed = timed;
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
      Dataset<Row> standing =
          judged.where(col(Judged.STANDS).and(col(Operational.TABLE).equalTo(table.name())));
      return (timed ? Spans.of(standing) : standing).select(columns);
    }

    /**
     * The same where every record was looked at once, so that no row has to be brought together.
     */
    public Result ofOneTime() {
      return new Result(records, judged, accounts, rules, false);
    }

    /**
     * The part of it that began on the first lines of each file, decided among all the records that
     * went in.
     */
    public Result ofFirstLines(long lines) {
      Column first = col(Registry.SOURCE_LINE).leq(lines);
      return new Result(records.where(first), judged.where(first), accounts, rules, timed);
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
      return RuleCounts.of(judged.where(Judged.holds()), rules);
    }

    /** Counts by file, in the schema of {@link Operational#RECONCILIATION}. */
    public Dataset<Row> reconciliation() {
      Column own = accounts.isOwn().and(Judged.holds());
      return Reconciliation.of(records.where(own), judged.where(own));
    }

    /** How much there is, in the schema of {@link Operational#EXTENT}: one pass. */
    public Dataset<Row> extents() {
      return Extents.of(
          records.where(Judged.holds()), judged.where(col(Judged.STANDS).and(Judged.holds())));
    }

    private static Column value(StructField field, List<String> stored) {
      int place = stored.indexOf(field.name());
      return place < 0 ? col(field.name()) : col(Judged.VALUES).getItem(place);
    }
  }
}
