-- In the manner of Hibernate: lower case, no spaces behind commas, checks in columns
create table customer (id integer,created timestamp not null,kind tinyint check (kind between 0 and 2),version bigint not null,email varchar(255) not null unique,status varchar(255) check (status in ('ACTIVE','CLOSED')),primary key (id));
create table purchase (id integer,total numeric(38,2),customer_id bigint not null,state smallint,placed_at datetime(6),primary key (id),constraint FKkq9u8e foreign key (customer_id) references customer);
create table customer_tags (customer_id bigint not null,tag varchar(255));
create index IDXa1b2c3 on purchase (customer_id,placed_at desc);
insert into customer values (1,1735689600000,1,0,'a@example.org','ACTIVE'),(2,1735689600001,null,3,'b@example.org',null);
insert into purchase values (1,10.5,1,2,'2025-01-01'),(2,null,2,null,null);
insert into customer_tags values (1,'x'),(1,'y'),(2,'x');
