-- Stored generated columns, one built on another, indexed
CREATE TABLE line (
    id INTEGER PRIMARY KEY,
    amount INT NOT NULL,
    price REAL,
    total REAL GENERATED ALWAYS AS (amount * price) STORED,
    label TEXT AS (amount || ' x ' || price) STORED,
    wide REAL AS (total + 1) STORED
);
CREATE INDEX line_total ON line (total DESC);
INSERT INTO line (amount, price) VALUES (1, 2.5), (3, NULL), (-4, 0.1);
