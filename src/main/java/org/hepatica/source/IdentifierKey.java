package org.hepatica.source;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Spelling;

/**
 * The key of all identifier hashes, 32 bytes in a file that only its owner can read.
 *
 * <p>A hash is HMAC-SHA-256(key, centre, NUL, value as the centre's spelling makes it): one patient
 * of one centre is always the same, nothing joins two centres, and without the key nobody can try
 * names.
 */
public final class IdentifierKey implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int LENGTH = 32;
  private static final String ALGORITHM = "HmacSHA256";

  /** No identifier hashes to the fingerprint: before each stands a centre and a NUL. */
  private static final String FINGERPRINTED = "hepatica: fingerprint of the key of the identifiers";

  private static final int FINGERPRINT_DIGITS = 16;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final byte[] key;
  private final HashMap<String, Spelling> spellings;
  private transient ThreadLocal<Mac> macs;

  private IdentifierKey(byte[] key, Map<String, Spelling> spellings) {
    this.key = key;
    this.spellings = new HashMap<>(spellings);
  }

  /** The same key, for identifiers that are first made alike as these centres' conf files say. */
  public IdentifierKey spelled(Collection<Center> centers) {
    Map<String, Spelling> byCenter = new HashMap<>(spellings);
    centers.forEach(center -> byCenter.put(center.name(), center.spelling()));
    return new IdentifierKey(key, byCenter);
  }

  /**
   * The key of a file, which is made when it is not there.
   *
   * @throws DeliveryException when others can read it or it is not 32 bytes long
   */
  public static IdentifierKey load(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      refuseOthers(file);
      byte[] key = Files.readAllBytes(file);
      if (key.length != LENGTH) {
        throw new DeliveryException(
            "%s: the key has %d bytes instead of %d; restore it from where you keep it: with another key no patient is recognised"
                .formatted(file, key.length, LENGTH));
      }
      return new IdentifierKey(key, Map.of());
    } catch (IOException e) {
      throw new DeliveryException(
          "%s: the key of the identifiers cannot be read (%s); give its owner the right to, or set identifiers.key-file"
              .formatted(file, e));
    }
  }

  /** A key of this process only, for looking without keeping: its hashes join nothing else. */
  public static IdentifierKey passing() {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    return new IdentifierKey(key, Map.of());
  }

  /** The keyed hash of an identifier, 64 hex digits. */
  public String hash(String center, String value) {
    String spelled = spellings.getOrDefault(center, Spelling.AS_DELIVERED).of(value);
    Mac mac = mac();
    mac.update(center.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return HexFormat.of().formatHex(mac.doFinal(spelled.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What tells the key from another one and nothing of it: the first 16 hex digits of
   * HMAC-SHA-256(key, a constant text).
   */
  public String fingerprint() {
    byte[] text = FINGERPRINTED.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac().doFinal(text)).substring(0, FINGERPRINT_DIGITS);
  }

  /** What tells the rules of a centre's identifiers from others. */
  public String fingerprint(String center) {
    String rules = spellings.getOrDefault(center, Spelling.AS_DELIVERED).toString();
    return HexFormat.of()
        .formatHex(mac().doFinal(rules.getBytes(StandardCharsets.UTF_8)))
        .substring(0, FINGERPRINT_DIGITS);
  }

  /** A hash as messages show it: {@code #} and its first 12 digits. */
  public static String shown(String hash) {
    return "#" + hash.substring(0, Math.min(12, hash.length()));
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "IdentifierKey";
  }

  private synchronized ThreadLocal<Mac> macs() {
    if (macs == null) {
      macs = ThreadLocal.withInitial(this::newMac);
    }
    return macs;
  }

  private Mac mac() {
    return macs().get();
  }

  private Mac newMac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  private static void create(Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    try (var channel =
        Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      channel.write(ByteBuffer.wrap(fresh));
    } catch (FileAlreadyExistsException e) {
      // Another process made it first: its key is the key.
    }
  }

  private static void refuseOthers(Path file) throws IOException {
    Set<PosixFilePermission> given = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(given)) {
      throw new DeliveryException(
          "%s: others may use the key of the identifiers (%s); run: chmod 600 %s"
              .formatted(file, PosixFilePermissions.toString(given), file));
    }
  }
}
