package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program whose nights are measured, each in a process of its own. */
public interface RefreshProgram {

  /**
   * Makes a hospital: its configuration, and its first delivery in landing.
   *
   * @param place of which lake and report stay as they are
   * @param onlyChanges whether its later deliveries have what changed alone
   * @throws IOException when a file cannot be written
   */
  void found(NightPlace place, long patients, boolean onlyChanges) throws IOException;

  /**
   * Puts its second delivery beside the first.
   *
   * @throws IOException when a file cannot be read or written
   */
  void deliverLater(NightPlace place, boolean onlyChanges) throws IOException;

  /**
   * The command that runs a night.
   *
   * @param full whether all is to be computed anew
   */
  List<String> nightly(NightPlace place, boolean full);

  /** Variables of the environment that it is run with. */
  Map<String, String> environment();

  /**
   * Looks at lakes of one hospital as a reader does, in a process of its own.
   *
   * @param tables whether every row of them is looked at, or the runs alone
   * @throws IOException when what the process found cannot be read
   */
  Map<Path, LakeLook> look(NightPlace place, List<Path> lakes, boolean tables) throws IOException;
}
