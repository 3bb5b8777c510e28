package org.hepatica.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hepatica.lake.KeyFingerprint;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Operational;

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
    IdentifierKey key = IdentifierKey.load(file);
    if (kept.isPresent() && !kept.get().equals(key.fingerprint())) {
      throw new DeliveryException(
          "%s: this key (fingerprint %s) is not the one by which the identifiers in the lake %s were hashed (%s); by another no patient of it is recognised: %s"
              .formatted(file, key.fingerprint(), lake, kept.get(), REMEDY));
    }
    if (made) {
      run.progress()
          .say(
              "  key of the identifiers made: %s; keep a copy safe: without it no patient is recognised in the next delivery"
                  .formatted(file));
    }
    if (kept.isEmpty()) {
      fingerprint.keep(key.fingerprint());
    }
    return key;
  }
}
