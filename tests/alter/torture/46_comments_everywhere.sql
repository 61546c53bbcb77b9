-- Comments wherever one can stand
CREATE TABLE /* gone */ remarks -- after the name
( -- before the first column
    id /* the key */ INTEGER /* really */ PRIMARY /* yes */ KEY, -- after the comma
    -- a line of its own, with a ' and a "
    a VARCHAR( /* how long */ 20 /* chars */ ) NOT /* not */ NULL DEFAULT /* what */ 'x' /* end of a */ ,
    /* before b */ b INT CHECK (b > 0 /* positive */) -- b; is (good
    , c TEXT /* c */ COLLATE /* which */ NOCASE
    , -- between comma and constraint
    /* unnamed */ CHECK (a <> '--' -- no dashes
    ),
    UNIQUE (a /* first */, b) /* together */
    -- after the last
) /* at the very end */ ;
CREATE INDEX remarks_b -- which
    ON remarks ( /* the column */ b -- down
    DESC );
INSERT INTO remarks VALUES (1, 'one', 1, 'c'), (2, 'two', 2, NULL);
