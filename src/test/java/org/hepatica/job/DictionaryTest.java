package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hepatica.table.Column;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  @Test
  void thePageIsWhatTheTablesSay() throws IOException {
    assertThat(Files.readString(Path.of("src/site/markdown/data-dictionary.md")))
        .as("print it again: jobs/hepatica dictionary > src/site/markdown/data-dictionary.md")
        .isEqualTo(Dictionary.markdown());
  }

  @Test
  void everyTableHasOnePlaceAndItsKeyAmongItsColumns() {
    List<TableDefinition> tables = Dictionary.tables();
    assertThat(tables.stream().map(t -> t.layer() + "/" + t.name())).doesNotHaveDuplicates();
    for (TableDefinition table : tables) {
      List<String> columns = table.columns().stream().map(Column::name).toList();
      assertThat(columns).as(table.name()).containsAll(table.key()).doesNotHaveDuplicates();
    }
  }
}
