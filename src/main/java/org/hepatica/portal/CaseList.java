package org.hepatica.portal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A case list: what it is, then one line of samples. */
final class CaseList implements Closeable {

  /** Where case lists lie in a study folder. */
  static final String FOLDER = "case_lists";

  private final Writer out;
  private boolean empty = true;

  private CaseList(Writer out) {
    this.out = out;
  }

  /** A list whose suffix and category the portal knows. */
  static CaseList of(Path folder, PortalStudy study, String suffix, String name, String category)
      throws IOException {
    Path file = folder.resolve(FOLDER).resolve("cases_" + suffix + ".txt");
    Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write("cancer_study_identifier: " + study.id() + "\n");
    out.write("stable_id: " + study.id() + "_" + suffix + "\n");
    out.write("case_list_name: " + name + "\n");
    out.write("case_list_description: " + name + "\n");
    out.write("case_list_category: " + category + "\n");
    out.write("case_list_ids: ");
    return new CaseList(out);
  }

  void add(String sample) throws IOException {
    out.write(empty ? sample : "\t" + sample);
    empty = false;
  }

  @Override
  public void close() throws IOException {
    out.write("\n");
    out.close();
  }
}
