/**
 * Reads YAML into whatever tree the caller builds, as text alone: no types, no anchors, no tags. The policy's loader calls
 * it, and nobody else. It is the only place that touches the YAML parser, so that an application without a file needs none.
 */
@NullMarked
package dev.hauberk.yaml;

import org.jspecify.annotations.NullMarked;
