package org.hepatica.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.lake.CommitTimes;
import org.hepatica.lake.Lake;
import org.hepatica.source.DeliveredFile;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/** What a run did, as JSON: its inputs' versions, its outputs' versions and rows, its seconds. */
final class Manifest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String FINGERPRINTS = "fingerprints";
  private static final String TABLES = "tables";
  private static final String RESTORED = "restored";
  private static final String LOST = "lost";
  private static final String ERASED = "erased";
  private static final String CODE_VERSION = "code_version";
  private static final String CONFIGURATION_HASH = "configuration_hash";

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode steps;

  Manifest(Run run) {
    root.put("run_id", run.id());
    root.put("started", run.started().toString());
    root.put("study", run.plan().study().name());
    root.put(CODE_VERSION, CodeVersion.current());
    root.put(CONFIGURATION_HASH, configurationHash(run.plan()));
    ArrayNode centers = root.putArray("centers");
    run.plan().centers().keySet().forEach(centers::add);
    steps = root.putArray("steps");
  }

  static String configurationHash(RunPlan plan) {
    return plan.configuration()
        .fingerprint(plan.study().name(), List.copyOf(plan.centers().keySet()));
  }

  /** Notes a step that ran, with the versions and rows of what it read and wrote. */
  void ran(Run run, Step step, Map<String, String> fingerprints, double seconds, String outcome) {
    ObjectNode node = steps.addObject().put("step", step.name()).put("skipped", false);
    fingerprints.forEach(node.putObject(FINGERPRINTS)::put);
    node.put("seconds", Math.round(seconds * 1000) / 1000.0).put("outcome", outcome);
    tables(node.putArray("read"), run.lake(), step.reads(run.plan()));
    tables(node.putArray("written"), run.lake(), step.writes(run.plan()));
  }

  /**
   * Notes a maintenance, which changes no row: what readers find is still the work of the code and
   * configuration of the last good run.
   *
   * @param last the manifest of that run
   * @param lost the runs that can no longer be re-created because of it
   */
  void maintained(String last, String outcome, Collection<String> lost) {
    afterwards(last, Maintenance.NAME, outcome);
    lost.forEach(root.putArray(LOST)::add);
  }

  /**
   * Notes the end of an erasure, of which the nights before it have made what readers find.
   *
   * @param last the manifest of the study's last night
   * @param lost the runs that can no longer be re-created because of it
   */
  void erased(String last, String outcome, Collection<String> lost) {
    afterwards(last, Erasure.NAME, outcome);
    lost.forEach(root.putArray(ERASED)::add);
  }

  private void afterwards(String last, String step, String outcome) {
    root.put(CODE_VERSION, codeVersion(last));
    root.put(CONFIGURATION_HASH, configurationHash(last));
    refused(refused(last));
    steps
        .addObject()
        .put("step", step)
        .put("skipped", false)
        .put("outcome", outcome)
        .putObject(FINGERPRINTS);
  }

  /** The runs that could no longer be re-created after a manifest's run. */
  static Set<String> lost(String json) {
    return texts(json, LOST);
  }

  /** Notes a step that had nothing to do, and how long it took to find that. */
  void skipped(Step step, Map<String, String> fingerprints, double seconds) {
    skipped(step, fingerprints).put("seconds", Math.round(seconds * 1000) / 1000.0);
  }

  /** The runs of before a person was erased by a manifest's run. */
  static Set<String> erased(String json) {
    return texts(json, ERASED);
  }

  /** Notes a step that had nothing to do. */
  ObjectNode skipped(Step step, Map<String, String> fingerprints) {
    ObjectNode node = steps.addObject().put("step", step.name()).put("skipped", true);
    fingerprints.forEach(node.putObject(FINGERPRINTS)::put);
    return node;
  }

  /**
   * Notes the delivered files by export, under the names that may be shown. A night that did
   * nothing does not repeat them.
   */
  void delivered(List<DeliveredFile> files) {
    if (nothingDone()) {
      return;
    }
    for (DeliveredFile file : files) {
      root.withArray("delivered")
          .addObject()
          .put("center", file.center())
          .put("export", file.export())
          .put("delivery", file.delivery())
          .put("file", file.shown())
          .put("sha256", file.sha256());
    }
  }

  /** Notes the centres of which nothing was taken; why, the run's output says. */
  void refused(Set<String> centers) {
    if (!centers.isEmpty()) {
      centers.forEach(root.putArray(Operational.REFUSED)::add);
    }
  }

  /** Notes that what has to be done before the first step is done. */
  void ready(Instant now) {
    root.put("ready", now.toString());
  }

  /** Notes how many commits the steps made, and their seconds beside what they wrote. */
  void commits(CommitTimes commits) {
    root.put("commits", commits.count());
    root.put("commit_seconds", commits.seconds());
  }

  /**
   * Notes the version of every table as a run leaves it, what readers go by from now on, and which
   * of them are as they were at an earlier version.
   */
  void tables(Run run) {
    tables(run, Set.of());
  }

  /** The same without tables that nothing makes any more. */
  void tables(Run run, Set<TableDefinition> without) {
    ObjectNode versions = root.putObject(TABLES);
    for (TableDefinition table : Dictionary.versioned()) {
      if (without.contains(table)) {
        continue;
      }
      run.lake().version(table).ifPresent(version -> versions.put(table.fullName(), version));
    }
    restored(run.restored());
  }

  /**
   * A table that has again the rows of an earlier version.
   *
   * @param version that has them again
   * @param as the earlier one
   */
  record Restored(long version, long as) {}

  /** By the tables' full names. */
  private void restored(Map<String, Restored> tables) {
    tables.forEach(
        (name, table) ->
            root.withObject("/" + RESTORED)
                .putObject(name)
                .put("version", table.version())
                .put("as", table.as()));
  }

  /** The same of a manifest. */
  static Map<String, Restored> restored(String json) {
    Map<String, Restored> tables = new LinkedHashMap<>();
    read(json)
        .path(RESTORED)
        .properties()
        .forEach(
            e ->
                tables.put(
                    e.getKey(),
                    new Restored(
                        e.getValue().path("version").asLong(), e.getValue().path("as").asLong())));
    return tables;
  }

  /** The version of every table that a manifest names; empty for one of before there were any. */
  static Optional<Map<String, Long>> versions(String json) {
    JsonNode tables = read(json).path(TABLES);
    if (tables.isMissingNode()) {
      return Optional.empty();
    }
    Map<String, Long> versions = new LinkedHashMap<>();
    tables.properties().forEach(e -> versions.put(e.getKey(), e.getValue().asLong()));
    return Optional.of(versions);
  }

  /** The version of the code by which a manifest's run ran. */
  static String codeVersion(String json) {
    return read(json).path(CODE_VERSION).asText();
  }

  /** The hash of its configuration. */
  static String configurationHash(String json) {
    return read(json).path(CONFIGURATION_HASH).asText();
  }

  /** The centres of which it took nothing. */
  static Set<String> refused(String json) {
    return texts(json, Operational.REFUSED);
  }

  private static Set<String> texts(String json, String key) {
    Set<String> texts = new TreeSet<>();
    read(json).path(key).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What a line on its run should say beside its outcome: what ran, and who was refused. */
  static String said(String json) {
    List<String> ran = new ArrayList<>();
    read(json)
        .path("steps")
        .forEach(
            step -> {
              if (!step.path("skipped").asBoolean()) {
                ran.add(step.path("step").asText());
              }
            });
    Set<String> refused = refused(json);
    return (ran.isEmpty() ? "" : ": " + String.join(", ", ran))
        + (refused.isEmpty() ? "" : "; refused: " + String.join(", ", refused));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the run log holds a manifest that is no JSON", e);
    }
  }

  /** Whether every step so far had nothing to do. */
  boolean nothingDone() {
    for (JsonNode step : steps) {
      if (!step.get("skipped").asBoolean()) {
        return false;
      }
    }
    return true;
  }

  String json(Instant ended) {
    root.put("ended", ended.toString());
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fingerprints by step and scope that a manifest holds. */
  static Map<String, String> fingerprints(String json) {
    Map<String, String> fingerprints = new LinkedHashMap<>();
    for (JsonNode step : read(json).withArray("steps")) {
      String name = step.get("step").asText();
      step.path(FINGERPRINTS)
          .properties()
          .forEach(e -> fingerprints.put(key(name, e.getKey()), e.getValue().asText()));
    }
    return fingerprints;
  }

  /** The name under which a fingerprint of a step's scope is kept. */
  static String key(String step, String scope) {
    return step + "/" + scope;
  }

  private static void tables(ArrayNode into, Lake lake, List<TableDefinition> tables) {
    for (TableDefinition table : tables) {
      OptionalLong version = lake.version(table);
      if (version.isPresent()) {
        ObjectNode node = into.addObject().put("table", table.fullName());
        node.put("version", version.getAsLong());
        lake.rowsOfLastCommit(table).ifPresent(rows -> node.put("rows", rows));
      }
    }
  }
}
