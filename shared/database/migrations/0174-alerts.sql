-- What alarms told of the whole installation: it belongs to no household, and only the scope `admin` sees it.
create table alerts (
  id uuid primary key default uuid_v7(),
  -- The alarm's heading in the runbook: `memory`.
  alarm text not null check (length(alarm) between 1 and 255),
  reason text not null,
  fired_at timestamptz not null,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  -- The alarm went back by itself, or a person closed it.
  resolved_by text check (resolved_by in ('recovery', 'person')),
  constraint alerts_resolved_somehow check ((resolved_at is null) = (resolved_by is null))
);
create unique index alerts_open_once on alerts (alarm) where resolved_at is null;
create index alerts_by_alarm on alerts (alarm, fired_at);

create table alert_changes (
  id uuid primary key default uuid_v7(),
  -- The order of recording: ids of one millisecond have none.
  position bigint generated always as identity unique,
  alert_id uuid not null references alerts on delete cascade,
  alarm text not null,
  change text not null check (change in ('fired', 'recovered', 'acknowledged', 'resolved')),
  reason text,
  at timestamptz not null,
  -- Whether somebody was told; within the cooldown nobody is.
  notified boolean not null default false,
  -- Of SNS, which may deliver twice.
  message_id text unique
);
create index alert_changes_by_alarm on alert_changes (alarm, at);
create index alert_changes_by_alert on alert_changes (alert_id);

-- The app role acknowledges and resolves what the worker role recorded; neither deletes.
grant select, update on alerts to foodsave_app;
grant select, insert on alert_changes to foodsave_app;
grant select, insert, update on alerts, alert_changes to foodsave_worker;
