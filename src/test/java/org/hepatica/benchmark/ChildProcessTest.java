package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  /** cat waits for an input that never ends. */
  @Test
  void aProcessIsKilledWithWhatItStarted() {
    assertThat(ChildProcess.kill(List.of("sh", "-c", "cat; true"), Map.of(), 0.2)).isTrue();
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aProcessThatEndedBeforeWasNotKilled() {
    assertThat(ChildProcess.kill(List.of(JAVA, "-version"), Map.of(), 3600)).isFalse();
  }

  @Test
  void variablesOfTheEnvironmentReachIt() {
    Map<String, String> environment = Map.of("HEPATICA_TOLD", "this");
    assertThat(ChildProcess.run(List.of("sh", "-c", "echo $HEPATICA_TOLD"), environment))
        .isEqualTo("this\n");
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
