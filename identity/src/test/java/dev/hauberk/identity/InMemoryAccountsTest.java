package dev.hauberk.identity;

import dev.hauberk.audit.AuditTrail;

/** The fake that other tests stand on keeps the contract too. */
class InMemoryAccountsTest extends AccountsContract {
    @Override
    Accounts empty(AuditTrail audit) {
        return new InMemoryAccounts(audit);
    }
}
