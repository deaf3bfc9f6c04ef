package dev.hauberk.servlet;

import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.data.FieldCatalogueBuilder;
import dev.hauberk.identity.Accounts;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.log.LineSink;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts a {@link Hauberk} step by step. Secrets come from the environment, stores are in memory, the clock is the system's and
 * the request log is on standard output, unless it is told otherwise; accounts must be given. Not thread-safe.
 */
public final class HauberkBuilder {
    private final SecurityPolicy policy;
    private SecretSource secrets = SecretSource.environment();
    private Stores stores = Stores.inMemory();
    private InstantSource clock = InstantSource.system();
    private LineSink requestLog = LineSink.standardOutput();
    private final List<Class<?>> classified = new ArrayList<>();
    private final List<Class<?>> marked = new ArrayList<>();
    private final List<DataSource> databases = new ArrayList<>();
    private @Nullable Accounts accounts;
    private @Nullable PasswordHasher passwords;
    private @Nullable KeyRing keys;

    HauberkBuilder(SecurityPolicy policy) {
        this.policy = policy;
    }

    /** Where keys come from. */
    public HauberkBuilder secrets(SecretSource source) {
        this.secrets = source;
        return this;
    }

    /**
     * Keys that the application holds already, such as a {@link dev.hauberk.key.ReloadingKeyRing}, instead of those of {@link #secrets}.
     */
    public HauberkBuilder keys(KeyRing ring) {
        this.keys = ring;
        return this;
    }

    /**
     * Where encrypted values are kept. A key that the policy calls retired and that one of them still holds something of stops the start
     * (DATA-2). Nothing is read where the policy calls none retired; where it does, every column of the schema that may hold a text or
     * bytes is, at each start until the key is taken out of the section.
     *
     * @param kept of H2, PostgreSQL or MariaDB
     */
    public HauberkBuilder databases(DataSource... kept) {
        databases.addAll(List.of(kept));
        return this;
    }

    /** Where state is kept. */
    public HauberkBuilder stores(Stores kept) {
        this.stores = kept;
        return this;
    }

    /** The application's users. */
    public HauberkBuilder accounts(Accounts users) {
        this.accounts = users;
        return this;
    }

    /** What time it is. */
    public HauberkBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /** Where the lines of the request log go. */
    public HauberkBuilder requestLog(LineSink sink) {
        this.requestLog = sink;
        return this;
    }

    /**
     * The application's types whose fields are classified (DATA-1). What is restricted is masked in the request log and stripped from
     * responses; a field that nothing classifies is restricted.
     */
    public HauberkBuilder classified(Class<?>... types) {
        classified.addAll(List.of(types));
        return this;
    }

    /** Types of which only the fields that bear a mark are taken, such as entities with an encrypted field. */
    public HauberkBuilder marked(Collection<Class<?>> types) {
        marked.addAll(types);
        return this;
    }

    /** Hashes passwords otherwise than the policy says: the seam of tests, which have no time for its cost. */
    public HauberkBuilder passwords(PasswordHasher hasher) {
        this.passwords = hasher;
        return this;
    }

    /**
     * Starts.
     *
     * @throws PolicyException where the policy cannot be kept, with every problem
     * @throws dev.hauberk.UnavailableException where a database that is to be looked through does not answer
     * @throws IllegalStateException where no accounts were given
     */
    public Hauberk start() {
        if (accounts == null) {
            throw new IllegalStateException("accounts(...) was not called, and nobody could sign in");
        }
        RetiredKeys.require(policy, databases);
        @Nullable KeyRing given = keys;
        Supplier<KeyRing> ring = () -> given == null ? KeyRing.of(secrets, policy.keys()) : given;
        FieldCatalogueBuilder fields =
                FieldCatalogue.with(policy, clock).types(classified).marked(marked);
        return new Hauberk(
                policy,
                Assembly.of(policy, fields, ring, stores, accounts, clock, Optional.ofNullable(passwords), requestLog));
    }
}
