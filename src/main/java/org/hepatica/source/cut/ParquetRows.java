package org.hepatica.source.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RefusedFileException;
import org.hepatica.source.format.SourceRecord;

/**
 * Rows of a Parquet file. The others are written again, with the schema, the notes and the
 * compression that there were; an extract of a database becomes what the database would give.
 */
final class ParquetRows {

  /** The library writes it by itself. */
  private static final String MODEL = "writer.model.name";

  private final Whose whose;
  private final Set<String> identifying;

  ParquetRows(Whose whose, Set<String> identifying) {
    this.whose = whose;
    this.identifying = identifying;
  }

  Cutting find(Path path, OpenRecords records) throws IOException {
    Set<Long> own = new HashSet<>();
    Map<String, Set<String>> tied = new HashMap<>();
    try (records) {
      while (records.records().hasNext()) {
        SourceRecord record = records.records().next();
        if (record.defect() != null) {
          throw new RefusedFileException(
              "row %d cannot be read, so whose it is cannot be told (%s)"
                  .formatted(record.line(), record.defect()));
        }
        if (whose.isAny(record.cells(), identifying)) {
          own.add(record.line());
          FileCutter.tie(tied, record.cells(), identifying, whose);
        }
      }
    }
    return own.isEmpty()
        ? Cutting.NOTHING
        : new Cutting(own.size(), false, tied, target -> write(path, target, own));
  }

  private static void write(Path path, Path target, Set<Long> gone) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), options)) {
      ParquetMetadata footer = file.getFooter();
      MessageType schema = footer.getFileMetaData().getSchema();
      Map<String, String> notes = new TreeMap<>(footer.getFileMetaData().getKeyValueMetaData());
      notes.remove(MODEL);
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(target))
              .withConf(new PlainParquetConfiguration())
              .withType(schema)
              .withExtraMetaData(notes)
              .withCompressionCodec(codec(footer))
              .build()) {
        copy(file, schema, writer, gone);
      }
    }
  }

  private static CompressionCodecName codec(ParquetMetadata footer) {
    return footer.getBlocks().isEmpty()
        ? CompressionCodecName.SNAPPY
        : footer.getBlocks().get(0).getColumns().get(0).getCodec();
  }

  private static void copy(
      ParquetFileReader file, MessageType schema, ParquetWriter<Group> writer, Set<Long> gone)
      throws IOException {
    long row = 0;
    for (PageReadStore pages = file.readNextRowGroup();
        pages != null;
        pages = file.readNextRowGroup()) {
      RecordReader<Group> rows =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      for (long i = 0; i < pages.getRowCount(); i++) {
        Group group = rows.read();
        row++;
        if (!gone.contains(row)) {
          writer.write(group);
        }
      }
    }
  }
}
