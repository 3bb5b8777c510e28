package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void whatAProgramPrintsIsGiven() {
    assertThat(ChildProcess.run(List.of(JAVA, "-version"))).contains("version");
  }

  @Test
  void aFailureIsToldWithTheProgramsLastWords() {
    assertThatThrownBy(() -> ChildProcess.run(List.of(JAVA, "no.such.Program")))
        .isInstanceOf(ChildProcessException.class)
        .hasMessageContaining("ended with code 1")
        .hasMessageContaining("no.such.Program");
  }

  @Test
  void aMissingProgramIsNamed() {
    assertThatThrownBy(() -> ChildProcess.run(List.of("no-such-program")))
        .isInstanceOf(ChildProcessException.class)
        .hasMessageContaining("no-such-program cannot be run");
  }

  @Test
  void rIsAbsentWhereItsProgramIs() {
    assertThat(RProgram.find("no-such-program")).isEmpty();
  }

  @Test
  void theMostMemoryIsReadAsTheSystemTellsIt() {
    assertThat(PeakMemory.megabytes(List.of("VmPeak:\t 9 kB", "VmHWM:\t  2048 kB"))).isEqualTo(2.0);
    assertThat(PeakMemory.megabytes(List.of("Name:\tjava"))).isNull();
  }
}
