-- Things, by the tests of the installer;
-- a semicolon in a comment ends nothing.
create table if not exists things (
    id    varchar(64)  not null,
    owner varchar(255) not null,
    name  varchar(64),
    constraint things_id primary key (id),
    constraint things_name unique (owner, name)
);

create index if not exists things_by_name on things (name);

create table if not exists thing_parts (
    thing varchar(64)  not null,
    part  numeric(9,2) not null,
    constraint thing_parts_id primary key (thing, part),
    constraint thing_parts_thing foreign key (thing) references things (id)
);
