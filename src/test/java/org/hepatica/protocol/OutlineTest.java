package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void linesOfKeysInEveryShape() {
    Outline outline =
        Outline.of(
            """
            # a { b = 1 }
            a.b : "}#{" // c = 1
            a { c =
                2 }, "d.e" = [ 1, [2,
              {f = 3}], \"""x
            y\""", ${a.b} ]
            g += 1
            """);
    assertThat(outline.line("a")).hasValue(2);
    assertThat(outline.line("a.b")).hasValue(2);
    assertThat(outline.line("a.c")).hasValue(3);
    assertThat(outline.line("\"d.e\"")).hasValue(4);
    assertThat(outline.line("\"d.e\"[1][1].f")).hasValue(5);
    assertThat(outline.line("\"d.e\"[2]")).hasValue(5);
    assertThat(outline.line("\"d.e\"[3]")).hasValue(6);
    assertThat(outline.line("g")).hasValue(7);
    assertThat(outline.line("c")).isEmpty();
    assertThat(outline.twice()).isEmpty();
  }

  @Test
  void orderIsThatOfTheText() {
    Outline outline = Outline.of("{ z = 1, a = 2, \"0-2\" = 3 }");
    assertThat(outline.order("z")).isLessThan(outline.order("a"));
    assertThat(outline.order("a")).isLessThan(outline.order("0-2"));
    assertThat(outline.order("0-2")).isLessThan(outline.order("elsewhere"));
  }

  @Test
  void keysStatedTwice() {
    assertThat(Outline.of("a { b = 1\n b = 2 }\na { c = 1 }").twice())
        .isEqualTo(List.of(new Outline.Twice("a.b", 2, 1), new Outline.Twice("a", 3, 1)));
  }

  @Test
  void anEnvironmentVariableMayOverride() {
    assertThat(Outline.of("a = 1\na = ${?A}\na += 2").twice()).isEmpty();
  }

  @Test
  void includes() {
    assertThat(Outline.of("a = 1\ninclude \"b\"\ninclude required(\"c\")\nincluded = 2").includes())
        .containsExactly(2, 3);
  }
}
