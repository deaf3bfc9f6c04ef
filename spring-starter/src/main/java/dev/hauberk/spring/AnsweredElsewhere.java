package dev.hauberk.spring;

import dev.hauberk.rbac.route.Mapping;

/**
 * What a second container answers, which starts after the first one is checked.
 *
 * @param mapping all of it; what is there one by one is checked when it starts
 */
record AnsweredElsewhere(Mapping mapping) {}
