/**
 * R's formula language: text to terms, contrasts and names of the model matrix's columns; an array
 * program that fills a row of it. Start at {@link org.hepatica.formula.Formula}.
 *
 * <p>May import: java only.
 */
package org.hepatica.formula;
