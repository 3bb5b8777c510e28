package org.hepatica.source.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.hepatica.ShippedGenes;
import org.hepatica.source.Formats;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.RefusedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B2 is the person, with the samples P-2-T01 and S-2; every other byte stays. */
class FileCutterTest {

  private static final Set<String> PERSON = Set.of("B2", "P-2", "P-2-T01", "S-2");

  @TempDir Path folder;

  @Test
  void rowsOfCsvGoAndAllOtherBytesStay() throws IOException {
    String before = "id,note\r\nA1,\"x, \"\"y\"\"\"\n\r\nB2,z\rC3,\"B2\"\n  B2 ,q\nD4,";
    assertThat(cut("csv", "UTF-8", before))
        .isEqualTo("id,note\r\nA1,\"x, \"\"y\"\"\"\n\r\nC3,\"B2\"\nD4,");
  }

  @Test
  void aRecordOfSeveralLinesGoesAsAWhole() throws IOException {
    assertThat(cut("csv", "UTF-8", "id,note\nA1,\"a\nB2,b\"\nB2,\"c\r\nd\n\ne\"\nC3,f\n"))
        .isEqualTo("id,note\nA1,\"a\nB2,b\"\nC3,f\n");
  }

  @Test
  void encodingsStayWhatTheyAre() throws IOException {
    assertThat(cut("csv", "windows-1252", "id;n\nA1;M\u00FCller\nB2;\u20AC\nC3;\u00E9\n"))
        .isEqualTo("id;n\nA1;M\u00FCller\nC3;\u00E9\n");
    byte[] marked = "\uFEFFid,n\r\nA1,\u0D0A\r\nB2,x\r\nC3,\u0A0D\r\n".getBytes("UTF-16LE");
    Path file = Files.write(folder.resolve("marked.csv"), marked);
    Path left = write(file, "csv", "UTF-8");
    assertThat(Files.readAllBytes(left))
        .isEqualTo("\uFEFFid,n\r\nA1,\u0D0A\r\nC3,\u0A0D\r\n".getBytes("UTF-16LE"));
  }

  @Test
  void aBrokenRecordThatHasThePersonAnywhereGoes() throws IOException {
    assertThat(cut("csv", "UTF-8", "id,n\nA1,x,y\nx,\"B2\",y\nB2\nC3,z\n"))
        .isEqualTo("id,n\nA1,x,y\nC3,z\n");
  }

  @Test
  void aFileThatNobodyCanReadIsRefused() {
    assertThatThrownBy(() -> cut("csv", "UTF-8", "id,n\nA1,\"x\nB2,y\n"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("the quote that opens on line 2 is never closed");
    assertThatThrownBy(() -> cut("csv", "IBM500", "id,n\nA1,x\nB2,y\n"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("lines cannot be cut out of the encoding IBM500");
  }

  @Test
  void tabSeparatedTextAndThePlatformsTables() throws IOException {
    assertThat(cut("tsv", "UTF-8", "# B2\nid\tn\nA1\t\"\nB2\t\"\n# note\nC3\tx"))
        .isEqualTo("# B2\nid\tn\nA1\t\"\n# note\nC3\tx");
    assertThat(
            cut(
                "maf",
                "UTF-8",
                "#version 2.4\nHugo_Symbol\tTumor_Sample_Barcode\nKRAS\tP-2-T01\nTP53\tP-1-T01\nP-2-T01\n"))
        .isEqualTo("#version 2.4\nHugo_Symbol\tTumor_Sample_Barcode\nTP53\tP-1-T01\n");
    assertThat(cut("gene-panel-matrix", "UTF-8", "SAMPLE_ID\tmutations\nP-2-T01\tI\nP-1-T01\tI\n"))
        .isEqualTo("SAMPLE_ID\tmutations\nP-1-T01\tI\n");
    assertThat(cut("clinical-sample", "UTF-8", "#x\nSAMPLE_ID\tPATIENT_ID\nT1\tP-1\nT2\tP-2\n"))
        .isEqualTo("#x\nSAMPLE_ID\tPATIENT_ID\nT1\tP-1\n");
    assertThat(
            cut(
                "typer",
                "UTF-8",
                "Plate,7\nSAMPLE_ID,ASSAY_ID,GENOTYPE_ID\nS-1,K,A\nS-2,K,A\nNTC,K,\n"))
        .isEqualTo("Plate,7\nSAMPLE_ID,ASSAY_ID,GENOTYPE_ID\nS-1,K,A\nNTC,K,\n");
  }

  @Test
  void namesOnTheLineOfACaseList() throws IOException {
    assertThat(
            cut(
                "case-list",
                "UTF-8",
                "stable_id: P-2-T01\ncase_list_ids:\tP-2-T01\tP-1-T01\tS-2\tS-22\r\n"))
        .isEqualTo("stable_id: P-2-T01\ncase_list_ids:\tP-1-T01\tS-22\r\n");
  }

  @Test
  void gzipStaysGzipAndBgzipBgzip() throws IOException {
    Path file = folder.resolve("a.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id\nA1\nB2\n".getBytes(StandardCharsets.UTF_8));
    }
    Path left = write(file, "csv", "UTF-8");
    assertThat(text(new GZIPInputStream(Files.newInputStream(left)))).isEqualTo("id\nA1\n");
    Path vcf = folder.resolve("two.vcf.gz");
    try (OutputStream out =
        new BlockCompressedOutputStream(Files.newOutputStream(vcf), (File) null)) {
      out.write(vcf("S-1", "S-2").getBytes(StandardCharsets.UTF_8));
    }
    Path one = write(vcf, "vcf", "UTF-8");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(one))) {
      assertThat(BlockCompressedInputStream.isValidFile(in)).isTrue();
    }
    assertThat(text(new GZIPInputStream(Files.newInputStream(one)))).isEqualTo(vcf("S-1"));
  }

  @Test
  void columnsOfAVcfGoWithWhatItsHeaderSaysOfThem() throws IOException {
    assertThat(cut("vcf", "UTF-8", vcf("S-2", "S-1", "S-22"))).isEqualTo(vcf("S-1", "S-22"));
  }

  @Test
  void aVcfOfNobodyElseGoesAsAWhole() throws IOException {
    assertThat(find(Files.writeString(folder.resolve("x.vcf"), vcf("S-2")), "vcf").deletes())
        .isTrue();
    Cutting pair =
        find(Files.writeString(folder.resolve("y.vcf"), vcf("S-2", "blood-NORMAL")), "vcf");
    assertThat(pair.deletes()).isTrue();
    assertThat(pair.tied().values()).contains(Set.of("blood-NORMAL"));
    assertThat(find(Files.writeString(folder.resolve("z.vcf"), vcf("S-1")), "vcf").changes())
        .isFalse();
  }

  @Test
  void aFileWithThePersonsNameGoesUnlessItHasOthers() throws IOException {
    Path bed = Files.writeString(folder.resolve("S-2.callable.bed"), "12\t25398200\t25398300\n");
    assertThat(find(bed, "callable-bed").deletes()).isTrue();
    Path own = Files.writeString(folder.resolve("labs_B2.csv"), "id\nB2\n");
    assertThat(find(own, "csv").deletes()).isTrue();
    Path shared = Files.writeString(folder.resolve("B2.csv"), "id\nB2\nA1\n");
    assertThatThrownBy(() -> find(shared, "csv"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("give it another name")
        .hasMessageNotContaining("B2");
  }

  @Test
  void rowsOfParquetGoAndSchemaNotesAndCompressionStay() throws IOException {
    Path all = parquet("all.parquet", List.of("A1", "B2", "C3"));
    Path left = write(all, "parquet", "UTF-8");
    assertThat(left).hasSameBinaryContentAs(parquet("others.parquet", List.of("A1", "C3")));
  }

  @Test
  void whatTheRecordsTieToThePersonIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "id,alias\nB2,X9\nA1,X1\n");
    Cutting found = cutter("csv", Set.of("id", "alias")).find(file, context(file, "UTF-8"));
    assertThat(found.tied().get("alias")).containsExactly("X9");
    assertThat(found.records()).isEqualTo(1);
  }

  private static String vcf(String... samples) {
    StringBuilder text = new StringBuilder("##fileformat=VCFv4.2\n");
    for (String sample : samples) {
      text.append("##SAMPLE=<ID=").append(sample).append(",Description=\"x\">\n");
    }
    text.append("##contig=<ID=12,length=133851895>\n");
    text.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t");
    text.append(String.join("\t", samples)).append("\r\n");
    text.append("12\t25398284\t.\tC\tA\t.\tPASS\t.\tGT");
    for (String sample : samples) {
      text.append("\t0/1:").append(sample.length());
    }
    return text.append("\n").toString();
  }

  private Path parquet(String name, List<String> ids) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional binary id (STRING); required int32 n; }");
    Path file = folder.resolve(name);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .withExtraMetaData(java.util.Map.of("of", "a test"))
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (String id : ids) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("id", id);
        row.add("n", id.charAt(0));
        writer.write(row);
      }
    }
    return file;
  }

  private String cut(String format, String encoding, String text) throws IOException {
    Charset charset = Charset.forName(encoding);
    Path file = Files.write(folder.resolve("delivered"), text.getBytes(charset));
    return new String(Files.readAllBytes(write(file, format, encoding)), charset);
  }

  private Path write(Path file, String format, String encoding) throws IOException {
    Cutting cutting = cutter(format, Set.of("id")).find(file, context(file, encoding));
    assertThat(cutting.deletes()).isFalse();
    Path left = folder.resolve("left-" + file.getFileName());
    Files.deleteIfExists(left);
    cutting.writing().to(left);
    return left;
  }

  private static Cutting find(Path file, String format) throws IOException {
    return cutter(format, Set.of("id")).find(file, context(file, "UTF-8"));
  }

  private static FileContext context(Path file, String encoding) {
    char separator = encoding.equals("windows-1252") ? ';' : ',';
    return new FileContext(
        "c",
        "e",
        "2026-01-01",
        file.getFileName().toString(),
        separator,
        encoding,
        false,
        ShippedGenes.krasAlone());
  }

  private static FileCutter cutter(String format, Set<String> columns) {
    RecordReader reader = Formats.reader(format);
    Set<String> identifying = new TreeSet<>(columns);
    identifying.addAll(reader.identifyingColumns());
    return new FileCutter(
        format, reader, identifying, new Whose(String::strip, PERSON, Set.of("NA")));
  }

  private static String text(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (in) {
      in.transferTo(out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
