package org.hepatica.notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** Runs Java cells one after another in this JVM, as a Java kernel does in its own. */
public final class JavaCells implements AutoCloseable {

  private static Object shown;

  private final JShell shell;

  /** What a cell printed, and the value of the expression that it ends with, or null. */
  record Outcome(String printed, Object value) {}

  JavaCells() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    shell =
        JShell.builder()
            .executionEngine(new LocalExecutionControlProvider(), Map.of())
            .compilerOptions("-classpath", path)
            .build();
  }

  /** Called by a cell's code: the kernel's way to get hold of a value. */
  public static void show(Object value) {
    shown = value;
  }

  Outcome run(String cell) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Object value = evaluate(cell);
      return new Outcome(printed.toString(StandardCharsets.UTF_8), value);
    } finally {
      System.setOut(before);
    }
  }

  private Object evaluate(String cell) {
    shown = null;
    Snippet last = null;
    String rest = cell;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      boolean statement = next.source().strip().endsWith(";");
      last = evaluateOne(next.source());
      last = statement ? null : last;
      rest = next.remaining();
    }
    String name = nameOf(last);
    if (name != null) {
      evaluateOne(JavaCells.class.getName() + ".show(" + name + ");");
    }
    return shown;
  }

  private Snippet evaluateOne(String source) {
    Snippet snippet = null;
    for (SnippetEvent event : shell.eval(source)) {
      if (event.exception() != null) {
        throw new AssertionError("the cell failed at: " + source, event.exception());
      }
      if (event.status() == Snippet.Status.REJECTED) {
        throw new AssertionError("the cell does not compile: " + source + complaints(event));
      }
      snippet = event.snippet();
    }
    return snippet;
  }

  private String complaints(SnippetEvent event) {
    StringBuilder text = new StringBuilder();
    shell.diagnostics(event.snippet()).forEach(d -> text.append("\n  ").append(d.getMessage(null)));
    return text.toString();
  }

  /** The variable that holds the value of an expression; null for anything else. */
  private static String nameOf(Snippet snippet) {
    if (snippet instanceof VarSnippet variable
        && variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      return variable.name();
    }
    return snippet instanceof ExpressionSnippet expression ? expression.name() : null;
  }

  @Override
  public void close() {
    shell.close();
  }
}
