package dev.hauberk.crypto.rotation;

import java.util.List;
import java.util.Optional;

/**
 * A row, as far as a rotation looks at it. Two are equal where nothing of it changed meanwhile.
 *
 * @param key the texts of its primary key
 * @param tenant what its tenant's column holds, where there is such a column
 * @param value what the encrypted column holds
 * @param index what the blind index's column holds, where there is such a column
 * @param source what the column that is migrated from holds, where there is such a column
 */
record Row(
        List<String> key,
        Optional<String> tenant,
        Optional<Stored> value,
        Optional<String> index,
        Optional<String> source) {}
