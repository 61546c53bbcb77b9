-- Each kind of quoting, mixed in one table
CREATE TABLE [my table] ("a" INT, [b c] TEXT, `d``e` REAL, 'f g' BLOB, h INT, CONSTRAINT [odd one] CHECK ([b c] <> 'x' AND `d``e` IS NOT 5), UNIQUE ("a", [b c]), CONSTRAINT `u` UNIQUE ('f g'));
CREATE INDEX [my index] ON [my table] (`d``e` DESC, [b c]);
CREATE TRIGGER `my trigger` BEFORE DELETE ON "my table" BEGIN SELECT RAISE(IGNORE) WHERE old.[b c] = 'keep'; END;
INSERT INTO "my table" VALUES (1, 'x y', 2.5, x'aa', 1), (2, 'keep', NULL, NULL, 2);
