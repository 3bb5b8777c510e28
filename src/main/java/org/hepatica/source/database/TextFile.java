package org.hepatica.source.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows of texts to a Parquet file, one at a time. */
final class TextFile {

  private TextFile() {}

  /**
   * Writes a file and has the disk keep it.
   *
   * @param notes what the file says of itself
   * @param keptOut of a column and a text: whether rows that have it are left out
   */
  static void write(
      Path file,
      Iterable<String> columns,
      ResultSet rows,
      Map<String, String> notes,
      BiPredicate<String, String> keptOut)
      throws IOException, SQLException {
    Types.MessageTypeBuilder builder = Types.buildMessage();
    for (String column : columns) {
      builder.addField(
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column));
    }
    MessageType schema = builder.named("extract");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withExtraMetaData(new TreeMap<>(notes))
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      while (rows.next()) {
        Group row = row(schema, rows, keptOut);
        if (row != null) {
          writer.write(row);
        }
      }
    }
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /** Null when it is left out. */
  private static Group row(MessageType schema, ResultSet rows, BiPredicate<String, String> keptOut)
      throws SQLException {
    SimpleGroup row = new SimpleGroup(schema);
    for (int i = 0; i < schema.getFieldCount(); i++) {
      String text = rows.getString(i + 1);
      if (text != null && keptOut.test(schema.getFieldName(i), text)) {
        return null;
      }
      if (text != null) {
        row.add(i, text);
      }
    }
    return row;
  }
}
