package org.hepatica.lake;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FSError;

/** What the operating system says of a disk that takes nothing more, in words for people. */
public final class DiskFailure {

  /** The kinds, by the system's own words: Java and Hadoop have no exceptions for them. */
  private enum Kind {
    FULL("No space left on device", "its disk is full", "make room"),
    QUOTA("Disk quota exceeded", "its user may use no more of the disk", "make room"),
    READ_ONLY("Read-only file system", "its disk is read-only", "mount it to be written to"),
    DENIED("Permission denied", "this user may not write there", "give the user the right to");

    private final String system;
    private final String what;
    private final String remedy;

    Kind(String system, String what, String remedy) {
      this.system = system;
      this.what = what;
      this.remedy = remedy;
    }
  }

  private DiskFailure() {}

  /**
   * The failure of a write of the lake; empty when it has another reason.
   *
   * @param what was written: a table, or the lake's own
   * @param folder where it lies
   */
  static Optional<TableException> told(String what, Path folder, Throwable failure) {
    return causes(failure).stream()
        .flatMap(cause -> kind(cause).stream())
        .findFirst()
        .map(kind -> new TableException(words(what + " in " + folder, kind)));
  }

  /**
   * Does what may fail, and tells the failure in words where there are any.
   *
   * @throws TableException with them
   */
  static <T> T telling(Function<Throwable, Optional<TableException>> words, Supplier<T> work) {
    try {
      return work.get();
    } catch (Exception | FSError e) {
      // Spark throws exceptions that Java holds for checked ones; FSError is Hadoop's of the disk.
      Optional<TableException> told = words.apply(e);
      if (told.isPresent()) {
        throw told.get();
      }
      throw e;
    }
  }

  /** The failure of a write of any file, where the system named it; empty otherwise. */
  public static Optional<String> told(Throwable failure) {
    return causes(failure).stream()
        .filter(cause -> kind(cause).isPresent())
        .map(cause -> words(file(cause), kind(cause).get()))
        .findFirst();
  }

  private static String words(String what, Kind kind) {
    return "%s cannot be written, as %s; %s, then run again: the next run goes on from the last good one"
        .formatted(what, kind.what, kind.remedy);
  }

  private static String file(Throwable cause) {
    return cause instanceof FileSystemException named && named.getFile() != null
        ? named.getFile()
        : "a temporary file";
  }

  private static Optional<Kind> kind(Throwable cause) {
    if (cause instanceof AccessDeniedException) {
      return Optional.of(Kind.DENIED);
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    for (Kind kind : Kind.values()) {
      if (message.contains(kind.system)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The innermost last, those that it suppressed with them: a clean-up fails of the same disk. */
  private static Set<Throwable> causes(Throwable failure) {
    // Throwables are equal only to themselves.
    Set<Throwable> found = new LinkedHashSet<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (found.add(next)) {
        if (next.getCause() != null) {
          open.add(next.getCause());
        }
        Collections.addAll(open, next.getSuppressed());
      }
    }
    return found;
  }
}
