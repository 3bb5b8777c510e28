package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a delivery of an export is. */
class ContentReaderTest {

  @TempDir Path root;

  @Test
  void changesHaveAKeyAndMayHaveATombstone() {
    assertThat(content("content = changes, key = [MRN], tombstone { column = DEL, values = [1] }"))
        .isEqualTo(
            new Center.Content(
                List.of("MRN"), Optional.of(new Center.Tombstone("DEL", List.of("1")))));
    assertThat(content("tombstone { column = DEL, values = [Y, 1] }"))
        .isEqualTo(
            new Center.Content(
                List.of(), Optional.of(new Center.Tombstone("DEL", List.of("Y", "1")))));
  }

  @Test
  void changesWithoutAKeyAndAKeyWithoutChangesAreRefused() {
    assertThatThrownBy(() -> content("content = changes"))
        .hasMessageContaining("key: missing: a delivery of changes replaces records");
    assertThatThrownBy(() -> content("key = MRN"))
        .hasMessageContaining("only content = changes has a key");
    assertThatThrownBy(() -> content("tombstone { column = DEL }"))
        .hasMessageContaining("name the texts that mean deleted");
  }

  private Center.Content content(String keys) {
    String center =
        """
        center {
          name = c
          exports { p { files = "p.csv", format = csv, identifying = [MRN], %s } }
          tables { patient { from = p, columns { patient_id = MRN } } }
        }
        """
            .formatted(keys);
    return new ConfBench(root).center(center).load().center("c").exports().get("p").content();
  }
}
