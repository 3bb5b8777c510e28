package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the text of an export is written, and how a database is named. */
class TextReaderTest {

  private static final String URL = "url = \"jdbc:postgresql://db/registry\", user = reader,";

  @TempDir Path root;

  @Test
  void textIsWhatItsKeysSay() {
    assertThat(export("format = csv").text()).isEqualTo(new Center.Text(',', "UTF-8", '.', false));
    assertThat(
            export(
                    "format = csv, delimiter = auto, encoding = auto, decimal = \",\", splittable = true")
                .text())
        .isEqualTo(new Center.Text(Center.Text.FROM_HEADER, "auto", ',', true));
  }

  @Test
  void aColumnsDecimalSignIsItsOwnOrItsExports() {
    Center center = center("files = \"p.csv\", format = csv, decimal = \",\"");
    var columns = center.tables().get(0).columns();
    assertThat(columns.get("patient_id").decimal()).isEqualTo(',');
    assertThat(columns.get("sex").decimal()).isEqualTo('.');
    assertThat(columns.get("birth_date").formats()).containsExactly("excel-serial");
  }

  @Test
  void keysWithoutAnEffectAndWrongOnesAreRefused() {
    assertThatThrownBy(() -> export("format = parquet, encoding = UTF-8, splittable = true"))
        .hasMessageContaining("encoding: has no effect")
        .hasMessageContaining("splittable: has no effect; only csv and tsv are split");
    assertThatThrownBy(() -> export("format = csv, decimal = \";\""))
        .hasMessageContaining("';' is no decimal sign");
    assertThatThrownBy(() -> export("format = csv, jdbc { table = p }"))
        .hasMessageContaining("jdbc: has no effect; only format = jdbc reads a database");
  }

  @Test
  void aDatabaseIsNamedWithoutItsSecret() {
    Center.Export export =
        center("format = jdbc, jdbc { " + URL + " password-env = PGPASSWORD, table = a.patients }")
            .exports()
            .get("p");
    assertThat(export.files()).isEqualTo("p.parquet");
    assertThat(export.database())
        .contains(
            new Center.Database(
                "jdbc:postgresql://db/registry",
                "reader",
                new Center.Password(Optional.of("PGPASSWORD"), Optional.empty()),
                "select * from a.patients",
                Optional.empty(),
                10_000));
  }

  @Test
  void whatIsWrongWithADatabaseIsSaidWithoutItsSecret() {
    assertThatThrownBy(
            () ->
                center(
                    "format = jdbc, jdbc { url = \"jdbc:postgresql://db/r?password=hush\", user = r,"
                        + " password-env = A, password-file = \"b\", table = \"a; drop\", query = x,"
                        + " watermark = changed }"))
        .hasMessageContaining("url: has a password in it")
        .hasMessageContaining("one of password-env and password-file")
        .hasMessageContaining("password-file: is no absolute path")
        .hasMessageContaining("one of table and query says which rows")
        .hasMessageContaining("'a; drop' is no name of a table")
        .hasMessageContaining("with a watermark an extract has only what changed")
        .hasMessageNotContaining("hush");
    assertThatThrownBy(() -> center("format = jdbc")).hasMessageContaining("jdbc: missing");
  }

  private Center.Export export(String keys) {
    return center("files = \"p.csv\", " + keys).exports().get("p");
  }

  private Center center(String keys) {
    String center =
        """
        center {
          name = c
          exports { p { identifying = [MRN], %s } }
          tables {
            patient {
              from = p
              columns {
                patient_id = MRN
                sex { value = S, decimal = "." }
                birth_date { value = B, format = excel-serial }
              }
            }
          }
        }
        """
            .formatted(keys);
    return new ConfBench(root).center(center).load().center("c");
  }
}
