-- revision: 9b1c7e02aa41
-- revises:
-- created: 2025-03-03T09:00:00Z
-- Create users and worklists
--
-- The tables as ResTrack's application made them itself before it had migrations. A database from that time is
-- taken over with: migrate adopt

-- migrate:up
CREATE TABLE "user" (
    id INTEGER NOT NULL,
    username VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    password VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE worklist (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    description VARCHAR,
    created_at DATETIME,
    created_by INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(created_by) REFERENCES user (id)
);

-- role is one of DENY, READ, WRITE and ADMIN, which the application alone sees to.
CREATE TABLE userworklist (
    id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    worklist_id INTEGER NOT NULL,
    role VARCHAR(5),
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES user (id),
    FOREIGN KEY(worklist_id) REFERENCES worklist (id)
);

CREATE TABLE orderworklist (
    id INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    worklist_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(worklist_id) REFERENCES worklist (id)
);

-- migrate:down
DROP TABLE orderworklist;
DROP TABLE userworklist;
DROP TABLE worklist;
DROP TABLE "user";
