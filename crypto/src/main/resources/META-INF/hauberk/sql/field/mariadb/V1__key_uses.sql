-- How many values each key has encrypted, for all nodes together. Ids of keys differ in case.
create table if not exists hauberk_key_uses (
    key_id varchar(32) character set ascii collate ascii_bin not null,
    uses   bigint                                            not null,
    constraint hauberk_key_uses_id primary key (key_id)
);
