package org.hepatica.source;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.protocol.Center.Export;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;

/**
 * A file to be read by a task.
 *
 * @param path where it lies
 * @param format the reader's name
 * @param context what the reader is told
 * @param shown the file's name as tables show it
 * @param unit hash of the file where it is a record's unit, else null
 * @param identifying columns that become hashes, the format's own among them
 * @param missing texts that mean missing
 */
record FileTask(
    String path,
    String format,
    FileContext context,
    String shown,
    String unit,
    TreeSet<String> identifying,
    TreeSet<String> missing)
    implements Serializable {

  static FileTask of(DeliveredFile file, Export export) {
    RecordReader reader = Formats.reader(export.format());
    return new FileTask(
        file.path().toString(),
        export.format(),
        FileCheck.context(file.center(), file.delivery(), file.file(), export),
        file.shown(),
        reader.isByRecord() ? null : file.sha256(),
        union(export.identifying(), reader.identifyingColumns()),
        new TreeSet<>(export.missing()));
  }

  private static TreeSet<String> union(Iterable<String> configured, Set<String> own) {
    TreeSet<String> all = new TreeSet<>(own);
    configured.forEach(all::add);
    return all;
  }
}
