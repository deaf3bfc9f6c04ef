create table if not exists prompts (
    id     varchar(36)    primary key,
    tenant varchar(100)   not null,
    title  varchar(200)   not null,
    text   varchar(20000) not null
);
create index if not exists prompts_by_tenant on prompts (tenant);
