-- A comment behind each column, that belongs to it
CREATE TABLE patient (
    id      INTEGER PRIMARY KEY,  -- internal number
    mrn     TEXT NOT NULL,        -- medical record number
    name    TEXT,                 -- last, first
    born    TEXT,                 -- ISO date
    ward    INT                   -- see wards
);
INSERT INTO patient VALUES (1, '001', 'A', '1990-01-01', 3), (2, '002', 'B', NULL, NULL);
