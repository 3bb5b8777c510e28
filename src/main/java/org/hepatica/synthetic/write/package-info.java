/**
 * Writes the dated facts as the files that a registry, its pathology and its laboratories deliver,
 * with the mess that such files have; one class a file.
 */
package org.hepatica.synthetic.write;
