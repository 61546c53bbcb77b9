-- An R-tree beside a table, and a plain FTS5 table
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL);
CREATE VIRTUAL TABLE place_at USING rtree(id, min_lat, max_lat, min_lon, max_lon);
CREATE VIRTUAL TABLE words USING fts5(w);
CREATE TRIGGER place_ai AFTER INSERT ON place BEGIN INSERT INTO place_at VALUES (new.id, new.lat, new.lat, new.lon, new.lon); END;
INSERT INTO place (name, lat, lon) VALUES ('a', 1.5, 2.5), ('b', -3, 4);
INSERT INTO words VALUES ('some words'), ('more');
