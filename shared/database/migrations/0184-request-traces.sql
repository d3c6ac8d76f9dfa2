-- The request that something waits for, as {requestId, traceparent}: who works it off may be any other
-- function, at any other time, and must be found under that request all the same. Null before this version.
alter table outbox add column trace jsonb;
alter table uploads add column trace jsonb;
alter table chat_requests add column trace jsonb;
