package dev.hauberk.jpa;

import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Has an update of a row write the envelope again that is there, where the value did not change. One that is stale, since its key is
 * no longer the primary one, is made anew: so rows come to the new key as they are written.
 */
final class KeptEnvelopes implements PreUpdateEventListener {
    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        @Nullable Object @Nullable [] before = event.getOldState();
        if (before != null) {
            @Nullable Object[] state = event.getState();
            for (int i = 0; i < state.length; i++) {
                if (state[i] instanceof SealedValue now && before[i] instanceof SealedValue then) {
                    now.keep(then);
                }
            }
        }
        return false;
    }
}
