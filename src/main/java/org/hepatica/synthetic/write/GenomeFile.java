package org.hepatica.synthetic.write;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.tribble.index.IndexFactory;
import htsjdk.tribble.index.tabix.TabixFormat;
import htsjdk.variant.vcf.VCFCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Courses;
import org.hepatica.synthetic.course.LabTest;
import org.hepatica.synthetic.course.LabTest.Platform;

/** A whole genome's variants: one bgzipped VCF with its tabix index a patient. */
final class GenomeFile {

  private final Courses courses;
  private final Path folder;

  GenomeFile(Courses courses, Path delivery) {
    this.courses = courses;
    this.folder = delivery.resolve("wgs");
  }

  void write(Course course) throws IOException {
    for (LabTest test : course.tests()) {
      if (test.platform() == Platform.WGS) {
        write(course, test);
      }
    }
  }

  private void write(Course course, LabTest test) throws IOException {
    Files.createDirectories(folder);
    String tumor = CrosswalkExport.alias(courses.identity(), course, Platform.WGS);
    String text = new GenomeText(tumor, test, courses.draw(course, "wgs")).text();
    Path file = folder.resolve(tumor + ".vcf.gz");
    try (BlockCompressedOutputStream out = new BlockCompressedOutputStream(file.toFile())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    IndexFactory.createTabixIndex(file.toFile(), new VCFCodec(), TabixFormat.VCF, null)
        .write(folder.resolve(tumor + ".vcf.gz.tbi"));
  }
}
