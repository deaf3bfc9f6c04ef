-- Users, as far as signing in needs them. name_in_use is the name while the account is active: it is unique, and free again
-- for another account once this one is terminated.
create table if not exists hauberk_accounts (
    id            varchar(64)  not null,
    tenant        varchar(255) not null,
    name          varchar(320) not null,
    name_in_use   varchar(320),
    password_hash varchar(255),
    active        boolean      not null,
    version       bigint       not null,
    constraint hauberk_accounts_id primary key (id),
    constraint hauberk_accounts_name_in_use unique (name_in_use)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create index if not exists hauberk_accounts_tenant on hauberk_accounts (tenant);

create table if not exists hauberk_account_roles (
    account varchar(64)  not null,
    role    varchar(100) not null,
    constraint hauberk_account_roles_id primary key (account, role),
    constraint hauberk_account_roles_account foreign key (account) references hauberk_accounts (id)
) character set utf8mb4 collate utf8mb4_nopad_bin;
