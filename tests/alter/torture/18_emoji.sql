-- Names and values from beyond the first plane, and letters with accents
CREATE TABLE 🐘 ("🦆 duck" TEXT, größe INT, 名前 TEXT DEFAULT '無し', naïve REAL);
CREATE INDEX 🔑 ON 🐘 (größe, 名前);
CREATE VIEW 👀 AS SELECT größe, "🦆 duck" FROM 🐘;
INSERT INTO 🐘 VALUES ('🦆', 1, '名', 1.5), ('é', NULL, 'e' || char(769), NULL);
