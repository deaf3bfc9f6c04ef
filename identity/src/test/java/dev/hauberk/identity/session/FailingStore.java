package dev.hauberk.identity.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that stops answering: from some call on, or only for some methods. */
public final class FailingStore {
    private final SessionStore store = SessionStore.inMemory();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile String only = "";

    /** The store to hand in. */
    public SessionStore asStore() {
        return (SessionStore) Proxy.newProxyInstance(
                FailingStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (proxy, method, values) -> {
                    boolean concerned = only.isEmpty() || only.equals(method.getName());
                    if (concerned && left.getAndDecrement() <= 0) {
                        throw new IllegalStateException("the store does not answer bob@x.com");
                    }
                    try {
                        return method.invoke(store, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Answers so many calls more, and then none. */
    public void failAfter(int calls) {
        only = "";
        left.set(calls);
    }

    /** Answers so many calls of one method more, and then none of it. */
    public void failAfter(int calls, String method) {
        only = method;
        left.set(calls);
    }

    /** Answers again. */
    public void heal() {
        failAfter(Integer.MAX_VALUE);
    }
}
