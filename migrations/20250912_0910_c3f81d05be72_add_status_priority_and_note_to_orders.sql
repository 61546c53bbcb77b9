-- revision: c3f81d05be72
-- revises: 42d974fafb08
-- created: 2025-09-12T09:10:00Z
-- Add status, priority and note to orders

-- migrate:up
ALTER TABLE orderworklist ADD COLUMN status VARCHAR;
ALTER TABLE orderworklist ADD COLUMN priority VARCHAR;
ALTER TABLE orderworklist ADD COLUMN user_note VARCHAR;

-- migrate:down
ALTER TABLE orderworklist DROP COLUMN user_note;
ALTER TABLE orderworklist DROP COLUMN priority;
ALTER TABLE orderworklist DROP COLUMN status;
