package org.hepatica.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.hepatica.source.format.Decompressed;

/** Which files under a folder have a text: by name, by bytes, unpacked, and by rows of Parquet. */
final class FoundTexts {

  private FoundTexts() {}

  static List<Path> under(Path folder, Collection<String> texts) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String all = folder.relativize(file) + "\n" + content(file);
        if (texts.stream().anyMatch(all::contains)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  /** Size, time and content of each file. */
  static Map<Path, String> states(Path folder) throws IOException {
    Map<Path, String> states = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        states.put(
            file,
            Files.getLastModifiedTime(file) + HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return states;
  }

  /** The bytes of each file, unpacked. */
  static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), bytes(file));
      }
    }
    return contents;
  }

  private static String content(Path file) throws IOException {
    String bytes = bytes(file);
    return bytes.startsWith("PAR1") ? bytes + rows(file) : bytes;
  }

  private static String bytes(Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = Decompressed.open(file)) {
      in.transferTo(out);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static String rows(Path path) throws IOException {
    StringBuilder rows = new StringBuilder();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), options)) {
      MessageType schema = file.getFileMetaData().getSchema();
      for (PageReadStore pages = file.readNextRowGroup();
          pages != null;
          pages = file.readNextRowGroup()) {
        RecordReader<Group> reader =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.append(reader.read());
        }
      }
    }
    return rows.toString();
  }
}
