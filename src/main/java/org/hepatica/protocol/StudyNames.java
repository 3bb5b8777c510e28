package org.hepatica.protocol;

import java.util.Set;

/** The names that other sections of a study may refer to, in the file's order. */
record StudyNames(Set<String> endpoints, Set<String> covariates, Set<String> groupings) {}
