-- Tables of a single column
CREATE TABLE one (a);
CREATE TABLE one_key (id INTEGER PRIMARY KEY);
CREATE TABLE one_clustered (k TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE one_strict (v INT NOT NULL) STRICT;
INSERT INTO one VALUES (1), ('1'), (NULL);
INSERT INTO one_key VALUES (3), (9);
INSERT INTO one_clustered VALUES ('b'), ('a');
INSERT INTO one_strict VALUES (1), (1);
