package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifierKeyTest {

  @TempDir Path folder;

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    Path file = folder.resolve("keys/identifiers.key");
    String hash = IdentifierKey.load(file).hash("north", "A1");
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(IdentifierKey.load(file).hash("north", " A1 ")).isEqualTo(hash);
    assertThat(IdentifierKey.load(file).hash("south", "A1")).isNotEqualTo(hash);
    assertThat(IdentifierKey.shown(hash)).isEqualTo("#" + hash.substring(0, 12));
  }

  /** The value is of Python's hmac.new(bytes(32), b'north\x00A1', sha256). */
  @Test
  void theHashIsHmacSha256OfCentreNulValue() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(IdentifierKey.load(file).hash("north", "A1"))
        .isEqualTo("71fb9c55fc957bc7a8ac89018b7ee9f7e92af3302f076efb44258b2383909c01");
  }

  /** The value is of Python's hmac over the constant text, as above. */
  @Test
  void theFingerprintTellsKeysApartAndStaysTheSame() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(IdentifierKey.load(file).fingerprint()).isEqualTo("f740230e4affadfa");
    assertThat(IdentifierKey.load(folder.resolve("other")).fingerprint())
        .matches("[0-9a-f]{16}")
        .isNotEqualTo("f740230e4affadfa");
  }

  @Test
  void aKeyThatOthersReadIsRefusedWithTheRemedy() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, new byte[32]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> IdentifierKey.load(file))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, new byte[31]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> IdentifierKey.load(file)).hasMessageContaining("31 bytes");
  }

  @Test
  void theKeyTravelsToTasksAndSaysNothing() throws Exception {
    IdentifierKey key = IdentifierKey.load(folder.resolve("key"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(key);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      IdentifierKey travelled = (IdentifierKey) in.readObject();
      assertThat(travelled.hash("north", "A1")).isEqualTo(key.hash("north", "A1"));
    }
    assertThat(key.toString()).isEqualTo("IdentifierKey");
  }
}
