package dev.hauberk.identity.signin;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.SignInName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An application's own table, in which disabled accounts are found by their names and keep their hashes. */
record DisabledAccounts(Accounts accounts) implements Accounts {
    @Override
    public Optional<Account> bySignInName(SignInName name) {
        return accounts.bySignInName(name).map(DisabledAccounts::disabled);
    }

    @Override
    public Optional<Account> byId(String id) {
        return accounts.byId(id).map(DisabledAccounts::disabled);
    }

    @Override
    public List<Account> of(Tenant tenant) {
        return accounts.of(tenant).stream().map(DisabledAccounts::disabled).toList();
    }

    @Override
    public List<Account> all() {
        return accounts.all().stream().map(DisabledAccounts::disabled).toList();
    }

    @Override
    public boolean add(Account account, AuditRecord record) {
        return accounts.add(account, record);
    }

    @Override
    public boolean savePassword(String id, long version, String hash, AuditRecord record) {
        return false;
    }

    @Override
    public boolean rehash(String id, String before, String after) {
        return false;
    }

    @Override
    public boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record) {
        return false;
    }

    @Override
    public void terminate(String id, AuditRecord record) {
        accounts.terminate(id, record);
    }

    private static Account disabled(Account account) {
        return new Account(
                account.id(),
                account.tenant(),
                account.name(),
                account.roles(),
                account.passwordHash(),
                false,
                account.version());
    }
}
