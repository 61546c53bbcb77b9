-- revision: 42d974fafb08
-- revises: 9b1c7e02aa41
-- created: 2025-06-04T07:31:45Z
-- Add must_change_password to user

-- migrate:up
ALTER TABLE "user" ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT TRUE;

-- migrate:down
ALTER TABLE "user" DROP COLUMN must_change_password;
