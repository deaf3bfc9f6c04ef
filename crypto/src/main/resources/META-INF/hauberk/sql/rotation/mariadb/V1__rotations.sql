-- How far each column is on its way to a key. reached is the primary key of the last row that was looked at, null before the
-- first; whoever has the lease moves it, and fence is another number each time that somebody takes it.
create table if not exists hauberk_rotations (
    target       varchar(64)   not null,
    place        varchar(255)  not null,
    passes       bigint        not null,
    running      boolean       not null,
    reached      varchar(4000),
    total        bigint        not null,
    seen         bigint        not null,
    rewritten    bigint        not null,
    contended    bigint        not null,
    unreadable   bigint        not null,
    refused      bigint        not null,
    fence        bigint        not null,
    leased_until bigint        not null,
    constraint hauberk_rotations_id primary key (target, place)
) character set utf8mb4 collate utf8mb4_nopad_bin;
