package dev.hauberk.spring.app;

import dev.hauberk.identity.Accounts;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Accounts of an application without users. */
public final class Nobody {
    private Nobody() {}

    /** Accounts in which there is nobody, and nobody can be added. */
    public static Accounts hasAnAccount() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, arguments) -> {
                    // Spring keeps beans in maps.
                    if (method.getDeclaringClass() == Object.class) {
                        return switch (method.getName()) {
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> "Nobody";
                        };
                    }
                    if (method.getReturnType() == Optional.class) {
                        return Optional.empty();
                    }
                    return method.getReturnType() == List.class
                            ? List.of()
                            : method.getReturnType() == boolean.class ? false : null;
                });
    }
}
