-- In the manner of Android's Room: back ticks, a master table, triggers that track what changes
CREATE TABLE IF NOT EXISTS `users` (`uid` INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, `first_name` TEXT, `last_name` TEXT, `age` INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS `pets` (`id` TEXT NOT NULL, `user` INTEGER NOT NULL, `weight` REAL NOT NULL, PRIMARY KEY(`id`), FOREIGN KEY(`user`) REFERENCES `users`(`uid`) ON UPDATE NO ACTION ON DELETE CASCADE );
CREATE INDEX IF NOT EXISTS `index_pets_user` ON `pets` (`user`);
CREATE VIEW `UserPets` AS SELECT users.uid, pets.id FROM users INNER JOIN pets ON users.uid = pets.user;
CREATE TABLE room_master_table (id INTEGER PRIMARY KEY,identity_hash TEXT);
CREATE TABLE android_metadata (locale TEXT);
PRAGMA user_version = 4;
INSERT INTO users VALUES (1, 'A', 'B', 30), (2, NULL, NULL, 0);
INSERT INTO pets VALUES ('x', 1, 2.5), ('y', 1, 3);
INSERT INTO room_master_table VALUES (42, 'd41d8cd98f00b204');
INSERT INTO android_metadata VALUES ('en_US');
