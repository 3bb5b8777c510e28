package org.hepatica.genomics;

import java.io.Serializable;
import java.util.Set;

/**
 * What a centre's files say about its panels.
 *
 * @param assigned whether any file assigns samples to panels
 * @param described panels whose genes are known
 * @param withGene those that have the gene
 */
public record Panels(boolean assigned, Set<String> described, Set<String> withGene)
    implements Serializable {

  /** Why a sample on a panel was not profiled for the gene, or null when it was. */
  String whyNotProfiled(String panel, boolean listed, String gene) {
    if (panel.isEmpty()) {
      return !assigned && listed ? null : "the sample has no panel entry";
    }
    if (panel.equalsIgnoreCase("NA")) {
      return listed ? null : "its panel is NA and it is not among the sequenced cases";
    }
    if (!described.contains(panel)) {
      return "the genes of panel " + panel + " are not delivered";
    }
    return withGene.contains(panel) ? null : "panel " + panel + " does not have " + gene;
  }
}
