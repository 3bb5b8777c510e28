package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshConfTest {

  @TempDir Path folder;

  @Test
  void theRegistryDeliversChangesAndLaboratoriesFilesAsBefore() throws IOException {
    Center center = center("changes", true);

    assertThat(center.exports()).hasSize(19);
    center
        .exports()
        .values()
        .forEach(
            export ->
                assertThat(export.content().equals(Center.Content.SNAPSHOT))
                    .as(export.name())
                    .isEqualTo(!export.files().startsWith("registry/")));
    assertThat(center.tables()).isEqualTo(center("snapshot", false).tables());
  }

  @Test
  void otherwiseItIsTheShippedOne() throws IOException {
    center("as-shipped", false);

    assertThat(folder.resolve("as-shipped/centers/synthetic.conf"))
        .hasSameBinaryContentAs(Launcher.ofRoot("conf/centers/synthetic.conf"));
  }

  @Test
  void anExportThatIsGoneIsNamed() throws IOException {
    String shipped = Files.readString(Launcher.ofRoot("conf/centers/synthetic.conf"));

    assertThatThrownBy(
            () -> RefreshConf.ofChanges(shipped.replace("    cea  ", "    cea-values  ")))
        .hasMessageContaining("no export cea any more");
  }

  private Center center(String name, boolean onlyChanges) throws IOException {
    Path conf = folder.resolve(name);
    RefreshConf.write(conf, onlyChanges);
    return Configuration.load(conf.resolve("hepatica.conf"), Map.of()).center("synthetic");
  }
}
