package dev.hauberk.identity.session;

import java.time.Instant;

/**
 * A session as its user sees it.
 *
 * @param handle its public name, never a secret
 * @param device what the client said it is, shortened to 100 printable characters
 * @param openedAt when it was opened
 * @param usedAt when it was last used, to the minute
 */
public record SessionView(String handle, String device, Instant openedAt, Instant usedAt) {}
