package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hepatica.lake.KeyFingerprint;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Installation;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * The key of the identifiers of a run's lake. By another key the same patient is another one, and
 * the lake would hold both: so a lake knows its key by its fingerprint.
 */
final class LakeKey {

  private static final String REMEDY =
      "restore the key file from where you keep it, or start a new lake by --lake";

  private LakeKey() {}

  /**
   * The installation's key, made when neither it nor a lake is there.
   *
   * @throws DeliveryException when the lake's identifiers were hashed by another one
   */
  static IdentifierKey load(Run run) {
    Path file = run.plan().installation().keyFile();
    Path lake = run.plan().installation().lake();
    KeyFingerprint fingerprint = new KeyFingerprint(lake);
    Optional<String> kept = fingerprint.kept();
    boolean made = !Files.exists(file);
    if (made && (kept.isPresent() || run.lake().version(Operational.RECORD).isPresent())) {
      throw new DeliveryException(
          "%s: there is no such key file, but the identifiers in the lake %s were hashed by a key%s; by a new one no patient of it is recognised: %s"
              .formatted(file, lake, kept.map(f -> " (fingerprint " + f + ")").orElse(""), REMEDY));
    }
    IdentifierKey key = IdentifierKey.load(file).spelled(run.plan().centers().values());
    refuseAnother(file, key, lake, kept);
    Map<String, String> spellings = spellings(run, key, fingerprint.spellings());
    if (made) {
      run.progress()
          .say(
              "  key of the identifiers made: %s; keep a copy safe: without it no patient is recognised in the next delivery"
                  .formatted(file));
    }
    if (kept.isEmpty() || !spellings.equals(fingerprint.spellings())) {
      fingerprint.keep(key.fingerprint(), spellings);
    }
    return key;
  }

  /**
   * The rules by which identifiers are made alike, by centre.
   *
   * @param kept those by which the lake's were
   * @throws DeliveryException when there are identifiers of a centre that were made alike by others
   */
  private static Map<String, String> spellings(
      Run run, IdentifierKey key, Map<String, String> kept) {
    Map<String, String> spellings = new TreeMap<>(kept);
    for (Center center : run.plan().centers().values()) {
      String name = center.name();
      String now = center.spelling().isAsDelivered() ? null : key.fingerprint(name);
      if (!Objects.equals(now, kept.get(name)) && hasIdentifiers(run, name)) {
        throw new DeliveryException(
            "centre %s: the rules of center.identifiers are not those by which its identifiers in the lake %s were made alike; by others no patient of it is recognised: put them back, or start a new lake by --lake and deliver all of it again"
                .formatted(name, run.plan().installation().lake()));
      }
      spellings.remove(name);
      if (now != null) {
        spellings.put(name, now);
      }
    }
    return spellings;
  }

  private static boolean hasIdentifiers(Run run, String center) {
    boolean records =
        run.lake().version(Operational.RECORD).isPresent()
            && !run.lake()
                .read(Operational.RECORD)
                .where(col(Registry.CENTER).equalTo(center))
                .isEmpty();
    return records || !ErasedPersons.of(run.lake()).of(center).isEmpty();
  }

  /**
   * The key by which a lake's identifiers were hashed, for looking somebody up.
   *
   * @throws DeliveryException when it is not there, or is another one
   */
  static IdentifierKey kept(RunPlan plan) {
    Installation installation = plan.installation();
    Path file = installation.keyFile();
    if (!Files.exists(file)) {
      throw new DeliveryException(
          "%s: there is no such key file, without which no identifier is recognised: %s"
              .formatted(file, REMEDY));
    }
    IdentifierKey key = IdentifierKey.load(file).spelled(plan.centers().values());
    refuseAnother(file, key, installation.lake(), new KeyFingerprint(installation.lake()).kept());
    return key;
  }

  private static void refuseAnother(
      Path file, IdentifierKey key, Path lake, Optional<String> kept) {
    if (kept.isPresent() && !kept.get().equals(key.fingerprint())) {
      throw new DeliveryException(
          "%s: this key (fingerprint %s) is not the one by which the identifiers in the lake %s were hashed (%s); by another no patient of it is recognised: %s"
              .formatted(file, key.fingerprint(), lake, kept.get(), REMEDY));
    }
  }
}
