package org.hepatica.ml.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Comma or tab separated text with a header line.
 *
 * @param path of a file, or of a folder of such files
 * @param format how cells stand in it
 * @param missing texts that stand for no value
 */
record TextFile(Path path, TextFormat format, List<String> missing) {

  DataTable read(SparkSession spark) throws IOException {
    TextCheck.refuse(path, format);
    DataFrameReader reader = reader(spark);
    Dataset<Row> texts = reader.csv(path.toString());
    HeaderNames.requireSeparated(texts.columns());
    HeaderNames.requireDistinct(
        texts.columns(), () -> reader.option("header", "false").csv(path.toString()).head());
    if (texts.columns().length == 0) {
      return DataTable.typed(texts);
    }
    TextTable table = TextTable.of(texts, missing);
    ColumnCells cells = new ColumnCells(path, format, missing);
    return new DataTable(table.typed(), new MixedColumns(table.mixed(), cells, missing));
  }

  private DataFrameReader reader(SparkSession spark) {
    DataFrameReader reader =
        spark
            .read()
            .option("header", "true")
            .option("inferSchema", "false")
            .option("sep", String.valueOf(format.separator()))
            .option("encoding", format.encoding().name())
            .option("quote", "\"")
            .option("escape", "\"")
            .option("multiLine", "true")
            .option("ignoreLeadingWhiteSpace", "true")
            .option("ignoreTrailingWhiteSpace", "true")
            .option("mode", "FAILFAST");
    return format.hasComments()
        ? reader.option("comment", String.valueOf((char) format.comment()))
        : reader;
  }
}
