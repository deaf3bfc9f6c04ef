package dev.hauberk.identity.signin;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets something happen in the moment before a password is saved, and knows something of everybody. */
record Watched(Accounts accounts, Runnable beforeSaving, List<String> known) implements Accounts {
    Watched(Accounts accounts, Runnable beforeSaving) {
        this(accounts, beforeSaving, List.of());
    }

    @Override
    public List<String> personal(Account account) {
        return known;
    }

    @Override
    public Optional<Account> bySignInName(SignInName name) {
        return accounts.bySignInName(name);
    }

    @Override
    public Optional<Account> byId(String id) {
        return accounts.byId(id);
    }

    @Override
    public List<Account> of(Tenant tenant) {
        return accounts.of(tenant);
    }

    @Override
    public List<Account> all() {
        return accounts.all();
    }

    @Override
    public boolean add(Account account, AuditRecord record) {
        return accounts.add(account, record);
    }

    @Override
    public boolean savePassword(String id, long version, String hash, AuditRecord record) {
        beforeSaving.run();
        return accounts.savePassword(id, version, hash, record);
    }

    @Override
    public boolean rehash(String id, String before, String after) {
        return accounts.rehash(id, before, after);
    }

    @Override
    public boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record) {
        return accounts.changeRoles(id, version, roles, record);
    }

    @Override
    public void terminate(String id, AuditRecord record) {
        accounts.terminate(id, record);
    }
}
