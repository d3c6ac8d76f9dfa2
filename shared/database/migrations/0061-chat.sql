-- Talks with the agents, and what they proposed.

create table chat_turns (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  user_id uuid references members on delete set null,
  session_id uuid not null,
  agent text not null,
  message text not null,
  -- The reply as it was sent, without proposals.
  reply jsonb not null,
  -- What the agent needs to remember for the next turn.
  state jsonb,
  created_at timestamptz not null default now()
);
create index on chat_turns (household_id, session_id, id);
select protect_household_table('chat_turns');

-- A change an agent proposed. Nothing is written before it is confirmed, and it is confirmed once.
create table chat_proposals (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  turn_id uuid not null references chat_turns on delete cascade,
  kind text not null check (kind in ('cook')),
  summary text not null,
  payload jsonb not null,
  status text not null default 'open' check (status in ('open', 'confirmed', 'rejected')),
  booking_ids uuid[],
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index on chat_proposals (household_id, id);
select protect_household_table('chat_proposals');
