package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import org.hepatica.protocol.Study;

/** The groups that crossed groupings make, in the order of their levels. */
final class Groups {

  static final String ALL = "all";
  static final String JOINED = "+";

  private Groups() {}

  /** One group: its name in results, and the level of each grouping by place. */
  record Group(String name, List<Integer> levels) {

    /** The group's cells; groupings' levels are the cells' values from a place on. */
    Cells of(Cells cells, int from) {
      Cells mine = cells;
      for (int i = 0; i < levels.size(); i++) {
        mine = mine.where(from + i, levels.get(i));
      }
      return mine;
    }
  }

  /** The crossed groups; of no grouping, one group of all. */
  static List<Group> cross(Study study, List<String> by) {
    List<Group> groups = List.of(new Group("", List.of()));
    for (String name : by) {
      List<String> levels = List.copyOf(study.groupings().get(name).levels().keySet());
      List<Group> crossed = new ArrayList<>();
      for (Group group : groups) {
        for (int level = 0; level < levels.size(); level++) {
          crossed.add(join(group, levels.get(level), level));
        }
      }
      groups = crossed;
    }
    return by.isEmpty() ? List.of(new Group(ALL, List.of())) : groups;
  }

  /** The name of groupings in results. */
  static String name(List<String> by) {
    return String.join(JOINED, by);
  }

  private static Group join(Group group, String level, int place) {
    List<Integer> levels = new ArrayList<>(group.levels());
    levels.add(place);
    return new Group(group.name().isEmpty() ? level : group.name() + JOINED + level, levels);
  }
}
