package org.hepatica.source;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.protocol.Center.Export;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.FilePart;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.SplitReader;

/**
 * A file to be read by a task.
 *
 * @param path where it lies
 * @param format the reader's name
 * @param part the part of it that is read, or null for the whole
 * @param context what the reader is told
 * @param shown the file's name as tables show it
 * @param unit hash of the file where it is a record's unit, else null
 * @param identifying columns that become hashes, the format's own among them
 * @param missing texts that mean missing
 */
record FileTask(
    String path,
    String format,
    FilePart part,
    FileContext context,
    String shown,
    String unit,
    TreeSet<String> identifying,
    TreeSet<String> missing)
    implements Serializable {

  /**
   * The tasks of a file: one, or those that share it.
   *
   * @param bytes size from which a file is shared that may be
   */
  static List<FileTask> of(DeliveredFile file, Export export, long bytes) {
    RecordReader reader = Formats.reader(export.format());
    FileContext context = FileCheck.context(file.center(), file.delivery(), file.file(), export);
    FileTask whole =
        new FileTask(
            file.path().toString(),
            export.format(),
            null,
            context,
            file.shown(),
            reader.isByRecord() ? null : file.sha256(),
            union(export.identifying(), reader.identifyingColumns()),
            new TreeSet<>(export.missing()));
    if (!context.splittable() || !(reader instanceof SplitReader)) {
      return List.of(whole);
    }
    try {
      List<FilePart> parts = Parts.of(file.path(), context, bytes);
      return parts.isEmpty() ? List.of(whole) : parts.stream().map(whole::reading).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " cannot be read", e);
    }
  }

  private FileTask reading(FilePart some) {
    return new FileTask(path, format, some, context, shown, unit, identifying, missing);
  }

  /** The records of the file or of the part. */
  OpenRecords open() throws IOException {
    RecordReader reader = Formats.reader(format);
    return part == null
        ? reader.open(Path.of(path), context)
        : ((SplitReader) reader).open(Path.of(path), context, part);
  }

  private static TreeSet<String> union(Iterable<String> configured, Set<String> own) {
    TreeSet<String> all = new TreeSet<>(own);
    configured.forEach(all::add);
    return all;
  }
}
