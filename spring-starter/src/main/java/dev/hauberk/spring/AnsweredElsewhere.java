package dev.hauberk.spring;

import dev.hauberk.rbac.route.Mapping;
import java.util.List;

/**
 * What a second container answers, which starts after the first one is checked.
 *
 * @param mappings all of it; none where there is no second container. What is there one by one is checked when it starts
 */
record AnsweredElsewhere(List<Mapping> mappings) {
    AnsweredElsewhere {
        mappings = List.copyOf(mappings);
    }
}
