package org.hepatica.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a study folder is to lie; it is there whole, or as it was before. */
public final class StudyFolder {

  /** The names of files that an export has. */
  private static final Pattern OURS =
      Pattern.compile("(?:meta|data)_[A-Za-z0-9_.-]+\\.txt|case_lists(?:/cases_[a-z]+\\.txt)?");

  private final Path target;

  /** At this place, which need not exist yet. */
  public StudyFolder(Path target) {
    this.target = target.toAbsolutePath().normalize();
  }

  /**
   * Why it may not be written to.
   *
   * @param overwrite whether an earlier export there may be replaced
   * @return empty when it may
   */
  public Optional<String> refusal(boolean overwrite) throws IOException {
    if (!Files.exists(target)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(target)) {
      return Optional.of("%s is a file; name a folder".formatted(target));
    }
    List<String> inside = inside();
    if (inside.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> foreign =
        inside.stream().filter(name -> !OURS.matcher(name).matches()).findFirst();
    if (foreign.isPresent() || !inside.contains("meta_study.txt")) {
      return Optional.of(
          "%s is no earlier export%s; name a folder that is empty or not there"
              .formatted(target, foreign.map(name -> ", it has " + name).orElse("")));
    }
    return overwrite
        ? Optional.empty()
        : Optional.of("%s has an earlier export; --overwrite replaces it".formatted(target));
  }

  private List<String> inside() throws IOException {
    try (Stream<Path> tree = Files.walk(target)) {
      return tree.filter(path -> !path.equals(target))
          .map(path -> target.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  /** What writes the files of a study into a folder. */
  @FunctionalInterface
  public interface Contents<T> {
    /** Writes into an empty folder. */
    T write(Path folder) throws IOException;
  }

  /**
   * Writes the study beside its place and moves it there whole; when that fails, nothing of it
   * stays.
   */
  public <T> T write(Contents<T> contents) throws IOException {
    Files.createDirectories(target.getParent());
    Path writing = Files.createTempDirectory(target.getParent(), ".portal-writing");
    try {
      Path study = Files.createDirectory(writing.resolve("study"));
      T result = contents.write(study);
      replace(study, writing.resolve("before"));
      return result;
    } finally {
      remove(writing);
    }
  }

  /** What was there comes back when the new one cannot take its place. */
  private void replace(Path study, Path before) throws IOException {
    boolean there = Files.exists(target);
    if (there) {
      Files.move(target, before, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(study, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (there) {
        Files.move(before, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
