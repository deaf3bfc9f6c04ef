package dev.hauberk.identity;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Accounts that keep the contract and no database. A test may change them behind everybody's back. */
public final class InMemoryAccounts implements Accounts {
    private final List<Account> accounts = new ArrayList<>();
    private final AuditTrail audit;

    public InMemoryAccounts(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public synchronized Optional<Account> bySignInName(SignInName name) {
        return accounts.stream()
                .filter(account -> account.active() && account.name().equals(name))
                .findFirst();
    }

    @Override
    public synchronized Optional<Account> byId(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    @Override
    public List<Account> of(Tenant tenant) {
        return all().stream().filter(account -> account.tenant().equals(tenant)).toList();
    }

    @Override
    public synchronized List<Account> all() {
        return accounts.stream().sorted(Comparator.comparing(Account::id)).toList();
    }

    @Override
    public synchronized boolean add(Account account, AuditRecord record) {
        boolean taken = byId(account.id()).isPresent()
                || (account.active() && bySignInName(account.name()).isPresent());
        if (!taken) {
            audit.append(record);
            accounts.add(account);
        }
        return !taken;
    }

    @Override
    public boolean savePassword(String id, long version, String hash, AuditRecord record) {
        return change(
                id,
                old -> old.active() && old.version() == version,
                record,
                old -> with(old, old.roles(), hash, true, 1));
    }

    @Override
    public synchronized boolean rehash(String id, String before, String after) {
        return replace(
                id,
                old -> old.active() && old.passwordHash().equals(Optional.of(before)),
                old -> with(old, old.roles(), after, true, 0));
    }

    @Override
    public boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record) {
        return change(
                id,
                old -> old.active() && old.version() == version,
                record,
                old -> with(old, roles, old.passwordHash().orElse(null), true, 1));
    }

    @Override
    public void terminate(String id, AuditRecord record) {
        change(id, Account::active, record, old -> with(old, Set.of(), null, false, 1));
    }

    /** What somebody's SQL does: other roles, and the version as it was. */
    public void changeRolesBehindOurBack(String id, Set<String> roles) {
        replace(id, old -> true, old -> with(old, roles, old.passwordHash().orElse(null), true, 0));
    }

    private synchronized boolean change(
            String id, Predicate<Account> when, AuditRecord record, UnaryOperator<Account> change) {
        if (byId(id).filter(when).isEmpty()) {
            return false;
        }
        audit.append(record);
        return replace(id, when, change);
    }

    private synchronized boolean replace(String id, Predicate<Account> when, UnaryOperator<Account> change) {
        Optional<Account> old = byId(id).filter(when);
        old.ifPresent(account -> accounts.set(accounts.indexOf(account), change.apply(account)));
        return old.isPresent();
    }

    private static Account with(Account old, Set<String> roles, String hash, boolean active, int newer) {
        return new Account(
                old.id(), old.tenant(), old.name(), roles, Optional.ofNullable(hash), active, old.version() + newer);
    }
}
