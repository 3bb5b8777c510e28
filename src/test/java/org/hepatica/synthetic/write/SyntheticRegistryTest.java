package org.hepatica.synthetic.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticRegistryTest {

  @TempDir static Path folder;

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Path first = write(SyntheticRegistry.withDefaults().patients(300), "first").get(0);
    Path second = write(SyntheticRegistry.withDefaults().patients(300), "second").get(0);
    Path other = write(SyntheticRegistry.withDefaults().patients(300).seed(2), "other").get(0);
    assertThat(bytes(first)).isEqualTo(bytes(second)).isNotEqualTo(bytes(other));
    assertThat(bytes(first)).hasSizeGreaterThan(20);
  }

  @Test
  void splitFilesHoldTheSameLines() throws IOException {
    SyntheticRegistry registry = SyntheticRegistry.withDefaults().patients(3000);
    Path whole = write(registry, "whole").get(0);
    Path split = write(registry.partPatients(1700), "split").get(0);
    assertThat(whole.resolve("registry/patients.csv")).exists();
    assertThat(split.resolve("registry/patients-00001.csv")).exists();
    Map<String, List<String>> lines = lines(whole);
    lines.values().forEach(one -> assertThat(one).isNotEmpty());
    assertThat(lines(split)).isEqualTo(lines);
  }

  @Test
  void noPlatformFileCarriesTheRegistrysNumber() throws IOException {
    Path delivery = write(SyntheticRegistry.withDefaults().patients(900), "mrn").get(0);
    Set<String> numbers = new HashSet<>();
    Csv.read(delivery.resolve("registry/patients.csv"))
        .forEach(patient -> numbers.add(patient.get("MRN").substring(1)));
    assertThat(numbers).hasSize(990);
    for (Map.Entry<String, List<String>> file : lines(delivery).entrySet()) {
      if (!file.getKey().startsWith("registry")) {
        for (String line : file.getValue()) {
          assertThat(Arrays.stream(line.split("[^0-9]+"))).doesNotContainAnyElementsOf(numbers);
        }
      }
    }
  }

  @Test
  void centresShareThePatients() throws IOException {
    SyntheticRegistry registry = SyntheticRegistry.withDefaults().patients(301).centers(3);
    List<Path> deliveries = write(registry, "centres");
    assertThat(deliveries)
        .extracting(delivery -> delivery.getParent().getFileName().toString())
        .containsExactly("synthetic-1", "synthetic-2", "synthetic-3");
    List<String> all = new ArrayList<>();
    for (Path delivery : deliveries) {
      all.addAll(Csv.firstBy(Csv.read(delivery.resolve("registry/patients.csv")), "MRN").keySet());
    }
    assertThat(all).doesNotHaveDuplicates().hasSize(331);
  }

  @Test
  void itOverwritesOnlyWhatItMade() throws IOException {
    SyntheticRegistry small = SyntheticRegistry.withDefaults().patients(20);
    write(small.centers(2), "again");
    write(small, "again");
    Path landing = folder.resolve("again");
    assertThat(landing.resolve("synthetic/2016-01-31/registry/patients.csv")).exists();
    assertThat(landing.resolve("synthetic-1")).doesNotExist();
    Path foreign = Files.createDirectories(folder.resolve("foreign/synthetic/2020-01-01"));
    assertThatThrownBy(() -> write(small, "foreign"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("choose another landing folder");
    assertThat(foreign).exists();
  }

  private static List<Path> write(SyntheticRegistry registry, String name) throws IOException {
    return registry.write(TestSpark.session(), folder.resolve(name));
  }

  private static Map<String, String> bytes(Path delivery) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(delivery)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        contents.put(delivery.relativize(file).toString(), text);
      }
    }
    return contents;
  }

  /** Lines by file, numbered files together, headers and the wrapping of the case list aside. */
  private static Map<String, List<String>> lines(Path delivery) throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    try (Stream<Path> files = Files.walk(delivery)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = delivery.relativize(file).toString().replaceAll("-[0-9]{5}\\.", ".");
        if (!name.endsWith(".tbi")) {
          lines.computeIfAbsent(name, one -> new ArrayList<>()).addAll(rows(file));
        }
      }
    }
    return lines;
  }

  private static List<String> rows(Path file) {
    if (file.toString().endsWith(".gz")) {
      return List.of(unpacked(file).split("\n"));
    }
    try {
      List<String> lines = Files.readAllLines(file);
      if (file.toString().contains("cases_sequenced")) {
        return List.of(lines.get(lines.size() - 1).replace("case_list_ids: ", "").split("\t"));
      }
      boolean table = file.toString().matches(".*(csv|data_mut.*|data_clin.*|matrix.*)");
      int header = (int) lines.stream().takeWhile(line -> line.startsWith("#")).count();
      return table ? lines.subList(header + 1, lines.size()) : List.of(String.join("\n", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unpacked(Path file) {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
