package org.hepatica.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFolderTest {

  @TempDir Path folder;

  @Test
  void aFolderThatIsEmptyOrNotThereIsTaken() throws IOException {
    assertThat(new StudyFolder(folder.resolve("new/study")).refusal(false)).isEmpty();
    assertThat(new StudyFolder(folder).refusal(false)).isEmpty();
  }

  @Test
  void oneWithAnEarlierExportIsReplacedOnRequestOnly() throws IOException {
    Path study = folder.resolve("study");
    write(study, "first");

    assertThat(new StudyFolder(study).refusal(false)).get().asString().contains("--overwrite");
    assertThat(new StudyFolder(study).refusal(true)).isEmpty();
    write(study, "second");

    assertThat(study.resolve("meta_study.txt")).hasContent("second");
    assertThat(names(folder)).containsExactly("study");
  }

  @Test
  void oneWithAnythingElseIsNeverReplaced() throws IOException {
    Path study = folder.resolve("study");
    write(study, "first");
    Files.writeString(study.resolve("notes.md"), "mine");
    assertThat(new StudyFolder(study).refusal(true)).get().asString().contains("notes.md");
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("data_x.txt"), "");
    assertThat(new StudyFolder(other).refusal(true)).get().asString().contains("no earlier export");
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(new StudyFolder(file).refusal(true)).get().asString().contains("is a file");
  }

  @Test
  void anExportThatFailsLeavesNothingAndWhatWasThereAsItWas() throws IOException {
    Path study = folder.resolve("study");
    write(study, "first");

    assertThatThrownBy(
            () ->
                new StudyFolder(study)
                    .write(
                        place -> {
                          Files.writeString(place.resolve("meta_study.txt"), "half");
                          throw new PortalException("no");
                        }))
        .isInstanceOf(PortalException.class);

    assertThat(study.resolve("meta_study.txt")).hasContent("first");
    assertThat(names(folder)).containsExactly("study");
  }

  private static void write(Path study, String text) throws IOException {
    new StudyFolder(study).write(place -> Files.writeString(place.resolve("meta_study.txt"), text));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).toList();
    }
  }
}
