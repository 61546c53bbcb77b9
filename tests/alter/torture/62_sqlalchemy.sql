-- In the manner of SQLAlchemy: upper case, tabs, all keys at the end
CREATE TABLE user_account (
	id INTEGER NOT NULL, 
	email VARCHAR(255) NOT NULL, 
	full_name VARCHAR(120), 
	is_active BOOLEAN DEFAULT '1' NOT NULL, 
	created_at DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
	role VARCHAR(7) NOT NULL, 
	balance NUMERIC(10, 2), 
	settings JSON, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_user_account_email UNIQUE (email), 
	CONSTRAINT ck_user_account_is_active CHECK (is_active IN (0, 1)), 
	CONSTRAINT role_kinds CHECK (role IN ('admin', 'doctor', 'nurse'))
);
CREATE TABLE report (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	title VARCHAR(200), 
	published DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(user_id) REFERENCES user_account (id) ON DELETE CASCADE, 
	UNIQUE (user_id, title)
);
CREATE INDEX ix_user_account_role ON user_account (role);
CREATE INDEX ix_report_published ON report (published);
INSERT INTO user_account VALUES (1, 'a@example.org', 'A', 1, '2025-01-01 10:00:00', 'admin', 12.5, '{}'), (2, 'b@example.org', NULL, 0, '2025-01-02 10:00:00.000001', 'nurse', NULL, NULL);
INSERT INTO report VALUES (1, 1, 'first', '2025-02-01'), (2, 1, 'second', NULL), (3, 2, NULL, NULL);
