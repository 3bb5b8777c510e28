package org.hepatica.protocol;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * SHA-256 over the values of records, whatever wrote them: every text carries its length, so that
 * no two contents are written alike.
 */
public final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** In hex. */
  public static String of(Object content) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(content);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(Object content) {
    if (content instanceof Record record) {
      record(record);
    } else if (content instanceof Map<?, ?> map) {
      text("map " + map.size());
      map.forEach(
          (key, value) -> {
            add(key);
            add(value);
          });
    } else if (content instanceof Collection<?> list) {
      text("list " + list.size());
      list.forEach(this::add);
    } else if (content instanceof Optional<?> optional) {
      text(optional.isPresent() ? "some" : "none");
      optional.ifPresent(this::add);
    } else {
      text(content.toString());
    }
  }

  private void record(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      text(component.getName());
      try {
        add(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a public record's accessor failed", e);
      }
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
