package org.hepatica.job;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.Lake;
import org.hepatica.lake.LakeTerms;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.table.Valid;

/** One run in progress: its plan, its session, its lake. */
final class Run {

  private final String id;
  private final Instant started;
  private final RunPlan plan;
  private final SparkSession spark;
  private final Lake lake;
  private final Progress progress;
  private final LocalDate validAt;
  private final Map<String, List<String>> refusals = new LinkedHashMap<>();
  private final Set<String> refusedForContent = new TreeSet<>();
  private final Map<String, String> last = new HashMap<>();
  private final Map<String, Manifest.Restored> restored = new HashMap<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final Map<String, Dataset<Row>> settled = new ConcurrentHashMap<>();
  private final List<CloseTables> close = new ArrayList<>();

  /**
   * What a night's end has to say of it as a whole.
   *
   * @param refuses whether the night, good as it is, ends with {@link ExitCode#DATA_REFUSED}
   */
  record Alert(boolean refuses, String line) {}

  Run(String id, Instant started, RunPlan plan, SparkSession spark, Progress progress) {
    this(
        id,
        started,
        plan,
        spark,
        progress,
        Lake.open(
            spark,
            plan.installation().lake(),
            plan.study().name(),
            new LakeTerms(
                plan.installation().history(),
                plan.installation().evolve(),
                progress::say,
                plan.installation().wholeTableMegabytes() << 20)),
        null);
  }

  private Run(
      String id,
      Instant started,
      RunPlan plan,
      SparkSession spark,
      Progress progress,
      Lake lake,
      LocalDate validAt) {
    this.id = id;
    this.started = started;
    this.plan = plan;
    this.spark = spark;
    this.lake = lake;
    this.progress = progress;
    this.validAt = validAt;
  }

  /** The same over the tables that a past run left, under that run's name and time. */
  Run asOf(PastRun past) {
    Run run =
        new Run(past.id(), past.started(), plan, spark, progress, lake.at(past.versions()), null);
    Manifest.refused(past.manifest()).forEach(center -> run.refuse(center, List.of()));
    return run;
  }

  /**
   * The same, but what it writes goes elsewhere.
   *
   * @param folder of what is written
   * @param validAt what is true then is derived from; null for what is true by the newest
   *     deliveries
   */
  Run aside(Path folder, LocalDate validAt) {
    Run run = new Run(id, started, plan, spark, progress, lake.branch(folder), validAt);
    refusals.forEach(run::refuse);
    return run;
  }

  /** The registry and the records, as they are to be derived from. */
  Tables holding() {
    return validAt == null ? Valid.now(lake) : Valid.at(lake, validAt);
  }

  /** Tables of which the registry's have rows too that held at an earlier date. */
  Tables history() {
    return validAt == null ? lake : Valid.until(lake, validAt);
  }

  /**
   * An intermediate that several steps may want, written down once a night.
   *
   * @param name tells what it is made of
   */
  Dataset<Row> settleOnce(String name, Dataset<Row> rows) {
    return settled.computeIfAbsent(name, any -> lake.settle(name, rows));
  }

  /** Notes rows that later steps need not look for. */
  void note(CloseTables tables) {
    close.add(tables);
  }

  /** What was noted, of this night. */
  List<CloseTables> closeTables() {
    return List.copyOf(close);
  }

  /** Notes that nothing more is taken of a centre, which stays as the last good run left it. */
  void refuse(String center, List<String> problems) {
    refusals.put(center, List.copyOf(problems));
  }

  /** The same for what was delivered of it: delivered again, it need not be looked at again. */
  void refuseForContent(String center, List<String> problems) {
    refuse(center, problems);
    refusedForContent.add(center);
  }

  /** The centres that are refused for what was delivered. */
  Set<String> refusedForContent() {
    return Collections.unmodifiableSet(refusedForContent);
  }

  /** Takes in what the good runs before this one noted. */
  void remember(RunLog log) {
    last.putAll(log.lastFingerprints());
    restored.putAll(log.lastRestored());
  }

  /**
   * Notes that a table has again the rows of a version that it had: what was made of these need not
   * be made anew.
   */
  void restored(TableDefinition table, long as) {
    lake.version(table)
        .ifPresent(
            now ->
                restored.put(
                    table.fullName(), new Manifest.Restored(now, versionOfRows(table, as))));
  }

  /** The tables of which that holds, by their full names. */
  Map<String, Manifest.Restored> restored() {
    Map<String, Manifest.Restored> still = new LinkedHashMap<>();
    for (TableDefinition table : Dictionary.versioned()) {
      Manifest.Restored noted = restored.get(table.fullName());
      if (noted != null && lake.version(table).equals(OptionalLong.of(noted.version()))) {
        still.put(table.fullName(), noted);
      }
    }
    return still;
  }

  /** The version in which a table first had the rows that it has in one. */
  private long versionOfRows(TableDefinition table, long version) {
    Manifest.Restored noted = restored.get(table.fullName());
    return noted != null && noted.version() == version ? noted.as() : version;
  }

  /** What the newest of them noted of a step's scope; null when none did. */
  String last(String step, String scope) {
    return last.get(Manifest.key(step, scope));
  }

  /** The problems of each centre that is refused. */
  Map<String, List<String>> refusals() {
    return Collections.unmodifiableMap(refusals);
  }

  /** Notes what is said at the end. */
  void alert(Alert alert) {
    alerts.add(alert);
  }

  /** What was noted. */
  List<Alert> alerts() {
    return Collections.unmodifiableList(alerts);
  }

  String id() {
    return id;
  }

  Instant started() {
    return started;
  }

  /** The day of the run, UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(started, ZoneOffset.UTC);
  }

  RunPlan plan() {
    return plan;
  }

  SparkSession spark() {
    return spark;
  }

  Lake lake() {
    return lake;
  }

  Progress progress() {
    return progress;
  }

  /** The versions of tables as one text, the same for the same rows. */
  String versions(List<TableDefinition> tables) {
    StringBuilder text = new StringBuilder();
    for (TableDefinition table : tables) {
      OptionalLong version = lake.version(table);
      text.append(table.layer()).append('/').append(table.name()).append('@');
      text.append(
              version.isPresent()
                  ? Long.toString(versionOfRows(table, version.getAsLong()))
                  : "none")
          .append(' ');
    }
    return text.toString();
  }

  /** A hash of texts, with the code's version among them. */
  static String hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(CodeVersion.current().getBytes());
      for (String part : parts) {
        digest.update((byte) 0);
        digest.update(part.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
