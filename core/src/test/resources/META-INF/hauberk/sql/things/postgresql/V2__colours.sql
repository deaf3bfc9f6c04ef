alter table things add column if not exists colour varchar(10);

create unique index if not exists things_colour on things (colour);
