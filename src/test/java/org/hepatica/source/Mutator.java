package org.hepatica.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** What goes wrong with rows and files between a hospital and its registry; seeded. */
public final class Mutator {

  private static final String CHARACTERS = "\"\"',;\t|#=\0\r\n \u00A0\u00FC\u20AC\uFEFF\uFFFDx0";
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "\"",
          "\"\"",
          "\"a",
          "a\"b",
          "=\"007\"",
          "#N/A",
          "#REF!",
          "#####",
          "NaN",
          "1e999",
          "99999999999999999999",
          "-1",
          "0.0.0",
          "2010-02-30",
          "=1+1",
          "\u202Ex",
          "\uD83D\uDE00",
          "NULL",
          ".",
          "12:5-",
          "chr12",
          "x".repeat(300));

  private final Random random;

  /** Always the same by the same seed. */
  public Mutator(long seed) {
    random = new Random(seed);
  }

  /** One row, changed in one of a dozen ways. */
  public String row(String row, char separator) {
    String[] cells = row.split(String.valueOf(separator), -1);
    int cell = random.nextInt(cells.length);
    int place = random.nextInt(row.length() + 1);
    return switch (random.nextInt(11)) {
      case 0 -> row;
      case 1 -> new StringBuilder(row).insert(place, character()).toString();
      case 2 -> place < row.length() ? new StringBuilder(row).deleteCharAt(place).toString() : "";
      case 3 -> row.substring(0, place);
      case 4 -> row + row;
      case 5 -> row + separator + CELLS.get(random.nextInt(CELLS.size()));
      case 6 -> String.valueOf(separator).repeat(random.nextInt(5));
      case 7 -> shuffled(cells, separator);
      case 8 -> '"' + row.replace("\"", "\"\"") + '"';
      default -> {
        cells[cell] = CELLS.get(random.nextInt(CELLS.size()));
        yield String.join(String.valueOf(separator), cells);
      }
    };
  }

  private char character() {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  private String shuffled(String[] cells, char separator) {
    List<String> all = new ArrayList<>(Arrays.asList(cells));
    Collections.shuffle(all, random);
    return String.join(String.valueOf(separator), all);
  }

  /** One file of text, written in one of several ways, some of which are broken. */
  byte[] file(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> plain;
      case 3 -> gzip(plain);
      case 4 -> truncated(plain);
      case 5 -> truncated(gzip(plain));
      case 6 -> flipped(plain);
      case 7 -> flipped(gzip(plain));
      case 8 -> joined(gzip(plain), flipped(gzip(plain)));
      case 9 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 10 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
      case 11 -> text.getBytes(Charset.forName("windows-1252"));
      case 12 -> ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
      default -> spliced(plain, gzip(plain));
    };
  }

  /** One file that is no text, whole or broken. */
  byte[] binary(byte[] whole) {
    return switch (random.nextInt(5)) {
      case 0 -> whole;
      case 1 -> truncated(whole);
      case 2 -> spliced(whole, whole);
      case 3 -> gzip(whole);
      default -> flipped(whole);
    };
  }

  boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  private byte[] truncated(byte[] whole) {
    return Arrays.copyOf(whole, random.nextInt(whole.length + 1));
  }

  private byte[] flipped(byte[] whole) {
    byte[] changed = whole.clone();
    for (int i = 1 + random.nextInt(5); i > 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private byte[] spliced(byte[] one, byte[] two) {
    int from = random.nextInt(two.length);
    return joined(truncated(one), Arrays.copyOfRange(two, from, two.length));
  }

  private static byte[] joined(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
