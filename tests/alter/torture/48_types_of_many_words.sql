-- Types of several words, with numbers, signs and quotes in them
CREATE TABLE types (a UNSIGNED BIG INT, b DOUBLE PRECISION, c VARYING CHARACTER(255), d NATIVE CHARACTER (70), e DECIMAL(10, 5), f NUMERIC(+3,-2), g "quoted type", h TIMESTAMP WITH TIME ZONE, i LONG VARCHAR, j FLOATING POINT, k STRING, l [bracket type](4), m BOOLEAN, n CHARINT);
INSERT INTO types VALUES (1, 2, 'c', 'd', 5.5, 6, 'g', 'h', 'i', 10, 'k', 'l', 1, 14), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
