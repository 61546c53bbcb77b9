-- Text kept as UTF-16
PRAGMA encoding = 'UTF-16le';
CREATE TABLE wörter (id INTEGER PRIMARY KEY, wort TEXT NOT NULL COLLATE NOCASE, zahl NUMERIC CHECK (zahl <> 13), 𝄞 TEXT);
CREATE UNIQUE INDEX wörter_wort ON wörter (wort);
CREATE VIEW lange AS SELECT wort FROM wörter WHERE length(wort) > 3;
INSERT INTO wörter VALUES (1, 'Ärger', 1, '𝄞'), (2, 'eins', '2', NULL), (3, '🐘', 3.5, '');
