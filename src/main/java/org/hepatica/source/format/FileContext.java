package org.hepatica.source.format;

import java.io.Serializable;
import java.util.List;
import org.hepatica.protocol.GeneLocus;

/**
 * The file that a reader reads, without its content.
 *
 * @param center the centre
 * @param export the export of the centre's configuration
 * @param delivery the delivery, by its date
 * @param file path inside the delivery, with {@code /}
 * @param separator of delimited text; {@link #FROM_HEADER} for the one that its header shows
 * @param encoding of text, a Java charset name or auto
 * @param splittable whether no cell holds a line end
 * @param loci genes at whose codons a line of a genome is kept
 * @param genes names and Entrez numbers of genes whose rows are kept of mutations; empty for all
 */
public record FileContext(
    String center,
    String export,
    String delivery,
    String file,
    char separator,
    String encoding,
    boolean splittable,
    List<GeneLocus> loci,
    List<String> genes)
    implements Serializable {

  /** In place of a separator: the one that the file's header shows. */
  public static final char FROM_HEADER = '\0';

  /** Of a file that is no genome's. */
  public FileContext(
      String center,
      String export,
      String delivery,
      String file,
      char separator,
      String encoding,
      boolean splittable) {
    this(center, export, delivery, file, separator, encoding, splittable, List.of(), List.of());
  }

  /** Of a genome's file. */
  public FileContext(
      String center,
      String export,
      String delivery,
      String file,
      char separator,
      String encoding,
      boolean splittable,
      List<GeneLocus> loci) {
    this(center, export, delivery, file, separator, encoding, splittable, loci, List.of());
  }

  /** The same, with rows of whatever gene. */
  public FileContext ofAllGenes() {
    return new FileContext(
        center, export, delivery, file, separator, encoding, splittable, loci, List.of());
  }

  /** Of a file whose cells may hold line ends. */
  public FileContext(
      String center, String export, String delivery, String file, char separator, String encoding) {
    this(center, export, delivery, file, separator, encoding, false);
  }
}
