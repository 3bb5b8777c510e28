package org.hepatica.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hepatica.ShippedGenes;
import org.hepatica.protocol.GeneLocus;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.SourceRecord;
import org.hepatica.source.format.StreamReader;
import org.hepatica.source.platform.PlatformFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of two gigabytes: a defect, after which reading goes on with the next line. */
class HugeLineTest {

  /** Before memory is measured. */
  private static final List<GeneLocus> GENES = ShippedGenes.krasAlone();

  private static final long TWO_GIGABYTES = 2L << 30;

  /** All that reading may allocate, used again or not: no more can be held at once. */
  private static final long MOST_ALLOCATED = 200L << 20;

  @Test
  void ofCsvOneCellInQuotes() throws IOException {
    List<SourceRecord> records =
        read(new CsvRecordReader(), "a,b\n1,\"", TWO_GIGABYTES, "\"\n2,y\n", ',');
    assertThat(records.get(0).defect()).startsWith("too-large: ");
    assertThat(records.get(1)).isEqualTo(SourceRecord.of(3, Map.of("a", "2", "b", "y")));
  }

  @Test
  void ofTabSeparatedText() throws IOException {
    List<SourceRecord> records =
        read(new TsvRecordReader(), "a\tb\n1\t", TWO_GIGABYTES, "\n2\ty\n", '\t');
    assertThat(records.get(0).defect()).startsWith("too-large: ");
    assertThat(records.get(1)).isEqualTo(SourceRecord.of(3, Map.of("a", "2", "b", "y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maf|Hugo_Symbol~Tumor_Sample_Barcode^KRAS~|^KRAS~P-1^",
        "typer|SAMPLE_ID,ASSAY_ID,GENOTYPE_ID^a,b,|^a,b,c^",
        "callable-bed|12~25398279~25398285^12~|^12~25398279~25398285^",
        "vcf|#CHROM~POS~ID~REF~ALT~QUAL~FILTER~INFO~FORMAT~S^12~25398284~|^12~25398284~.~C~A~.~.~.~GT~0/1^",
      })
  void ofAPlatform(String format, String start, String end) throws IOException {
    List<SourceRecord> records =
        read(PlatformFormats.readers().get(format), lines(start), 100L << 20, lines(end), ',');
    assertThat(records).extracting(record -> record.defect() == null).containsOnlyOnce(false);
    assertThat(records.get(records.size() - 1).defect()).isNull();
    assertThat(records.get(records.size() - 2).defect()).startsWith("too-large: ");
  }

  private static String lines(String text) {
    return text.replace('~', '\t').replace('^', '\n');
  }

  private static List<SourceRecord> read(
      StreamReader reader, String start, long times, String end, char separator)
      throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<SourceRecord> records = new ArrayList<>();
    reader
        .read(
            new Repeated(start, times, end),
            new FileContext("north", "x", "2026-01-01", "x", separator, "UTF-8", false, GENES))
        .forEachRemaining(records::add);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
    return records;
  }

  /** A text whose middle is never in memory. */
  private static final class Repeated extends InputStream {
    private final byte[] start;
    private final long times;
    private final byte[] end;
    private long at;

    Repeated(String start, long times, String end) {
      this.start = start.getBytes(StandardCharsets.UTF_8);
      this.times = times;
      this.end = end.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      long middle = at - start.length;
      if (middle < 0) {
        return copied(start, (int) at, target, offset, length);
      }
      if (middle < times) {
        int count = (int) Math.min(length, times - middle);
        Arrays.fill(target, offset, offset + count, (byte) 'x');
        at += count;
        return count;
      }
      return copied(end, (int) (middle - times), target, offset, length);
    }

    private int copied(byte[] from, int place, byte[] target, int offset, int length) {
      int count = Math.min(length, from.length - place);
      if (count == 0) {
        return -1;
      }
      System.arraycopy(from, place, target, offset, count);
      at += count;
      return count;
    }
  }
}
