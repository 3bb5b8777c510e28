package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hepatica.protocol.Study.RecurrenceSites;
import org.hepatica.survival.ContingencyTest;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.transform.survival.Groups.Group;

/** Where the first recurrence was, in all and by each grouping. */
final class RecurrenceSiteAnalysis {

  private static final String NO_SITE = "none";
  private static final String OTHER = "other";

  private final Questions questions;
  private final List<String> sites = new ArrayList<>();
  private final Map<List<String>, Question> asked = new LinkedHashMap<>();

  RecurrenceSiteAnalysis(Questions questions, RecurrenceSites wanted) {
    this.questions = questions;
    sites.addAll(wanted.order());
    sites.add(OTHER);
    List<String> levels = new ArrayList<>(sites);
    levels.add(NO_SITE);
    int site = questions.level("coalesce(" + Gold.RECURRENCE_SITE + ", '" + NO_SITE + "')", levels);
    int alone = questions.number("coalesce(" + Gold.RECURRENCE_LIVER_ONLY + ", false)");
    ask(List.of(), site, alone);
    wanted.by().forEach(name -> ask(List.of(name), site, alone));
  }

  private void ask(List<String> by, int site, int alone) {
    List<Integer> places = new ArrayList<>(questions.groupings(by));
    places.add(site);
    places.add(alone);
    asked.put(by, questions.ask(Optional.empty(), places));
  }

  void write(ResultRows rows) {
    asked.forEach(
        (by, question) ->
            classes(by.size())
                .forEach((name, is) -> write(rows, by, name, is, questions.of(question))));
  }

  /** By name, which cells belong; the site is the value at a place, whether alone the next. */
  private Map<String, Predicate<Cell>> classes(int place) {
    Map<String, Predicate<Cell>> classes = new LinkedHashMap<>();
    int none = sites.size();
    classes.put("any", cell -> cell.values()[place] != none);
    for (int i = 0; i < sites.size(); i++) {
      int site = i;
      Predicate<Cell> here = cell -> cell.values()[place] == site;
      classes.put(sites.get(i), here);
      if (sites.get(i).equals("liver")) {
        classes.put("liver alone", here.and(cell -> cell.values()[place + 1] == 1));
        classes.put("liver with others", here.and(cell -> cell.values()[place + 1] == 0));
      }
    }
    classes.put(
        "extrahepatic",
        cell -> cell.values()[place] != none && cell.values()[place] != sites.indexOf("liver"));
    return classes;
  }

  private void write(
      ResultRows rows, List<String> by, String name, Predicate<Cell> is, Cells cells) {
    List<Group> groups = Groups.cross(questions.study(), by);
    TestOutcome test = by.isEmpty() ? TestOutcome.NONE : test(groups, cells, is);
    for (Group group : groups) {
      Cells mine = group.of(cells, 0);
      long count = mine.where(is).n();
      rows.add(
          Results.RECURRENCE_SITE,
          name,
          Groups.name(by),
          group.name(),
          count,
          mine.n(),
          mine.isEmpty() ? null : 100.0 * count / mine.n(),
          test.name(),
          test.p());
    }
  }

  private static TestOutcome test(List<Group> groups, Cells cells, Predicate<Cell> is) {
    long[][] counts =
        groups.stream()
            .map(group -> group.of(cells, 0))
            .map(mine -> new long[] {mine.where(is).n(), mine.where(is.negate()).n()})
            .toArray(long[][]::new);
    return TestOutcome.of(ContingencyTest.withDefaults().test(counts));
  }
}
