package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The registry's next delivery, half a year after the first: of a share of its patients something
 * changed. Nine in ten of these are living ones who were heard of again, some of whom died or had a
 * recurrence; the others are new, each in the likeness of one who was there, and not sequenced yet.
 * What laboratories delivered stays byte for byte.
 *
 * <p>Files are read and written record by record; only new recurrences are held until their file's
 * turn. The same delivery, seed and share give the same bytes.
 *
 * <p>Immutable: every option gives a new instance.
 */
public final class LaterDelivery {

  /** The day of the delivery, by which all that is new in it has happened. */
  public static final LocalDate DELIVERY = LocalDate.of(2016, 7, 31);

  private static final double NEW = 0.1;
  private static final String WRITING = ".writing";

  private final long seed;
  private final double share;

  private LaterDelivery(long seed, double share) {
    this.seed = seed;
    this.share = share;
  }

  /** Seed 1, one patient in a hundred. */
  public static LaterDelivery withDefaults() {
    return new LaterDelivery(1, 0.01);
  }

  /** The seed of what happened to whom. */
  public LaterDelivery seed(long value) {
    return new LaterDelivery(value, share);
  }

  /** The share of patients of whom something changed, about. */
  public LaterDelivery share(double value) {
    if (!(value > 0 && value <= 0.5)) {
      throw new IllegalArgumentException("a share above 0 and up to 0.5 is needed, not " + value);
    }
    return new LaterDelivery(seed, value);
  }

  /**
   * Writes it with all records there are.
   *
   * @param earlier folder of a delivery as {@link SyntheticRegistry} leaves it
   * @param later folder to be made, which is there once it is whole
   * @throws IOException when a file cannot be read or written
   */
  public void snapshot(Path earlier, Path later) throws IOException {
    Path writing = begin(later);
    try (Stream<Path> all = Files.walk(earlier)) {
      for (Path file : all.filter(Files::isRegularFile).filter(file -> !changes(file)).toList()) {
        Path copy = writing.resolve(earlier.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    end(earlier, writing, later, true);
  }

  /**
   * Writes it with the records alone that are new or others than before.
   *
   * @param earlier folder of a delivery as {@link SyntheticRegistry} leaves it
   * @param later folder to be made, which is there once it is whole
   * @throws IOException when a file cannot be read or written
   */
  public void changes(Path earlier, Path later) throws IOException {
    end(earlier, begin(later), later, false);
  }

  private static Path begin(Path later) throws IOException {
    return Files.createDirectories(later.resolveSibling(WRITING));
  }

  private void end(Path earlier, Path writing, Path later, boolean whole) throws IOException {
    List<Path> followUp = registry(earlier, LaterFiles.FOLLOW_UP);
    LivingShare living = LivingShare.of(followUp);
    Meanwhile meanwhile =
        new Meanwhile(seed, Math.min(1, share * (1 - NEW) / living.share()), share * NEW);
    LaterFiles files = new LaterFiles(meanwhile, writing, whole);
    for (String stem : LaterFiles.STEMS) {
      files.write(stem, registry(earlier, stem));
    }
    Files.move(writing, later, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean changes(Path file) {
    return LaterFiles.STEMS.stream().anyMatch(stem -> isOf(stem, file));
  }

  private static List<Path> registry(Path delivery, String stem) throws IOException {
    try (Stream<Path> files = Files.list(delivery.resolve(LaterFiles.FOLDER))) {
      return files.filter(file -> isOf(stem, file)).sorted().toList();
    }
  }

  private static boolean isOf(String stem, Path file) {
    return file.getParent().endsWith(LaterFiles.FOLDER)
        && file.getFileName().toString().matches(stem + "(-[0-9]+)?\\.csv");
  }
}
