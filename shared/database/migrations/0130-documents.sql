-- Documents of a household, and the passages that are searched in them.

create table documents (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- Goes with its upload: without it the same bytes could not be sent again.
  upload_id uuid not null unique references uploads on delete cascade,
  title text not null,
  format text not null check (format in ('pdf', 'docx', 'html', 'markdown', 'text')),
  -- The rest is known once it was read: of most of its passages,
  language text check (language in ('pl', 'en')),
  -- how many pages it has (null in formats without pages) and how many of them were read so far,
  pages integer check (pages > 0),
  pages_read integer not null default 0,
  -- and those that were not, with the code of the reason: [{page, code}].
  unread_pages jsonb not null default '[]',
  characters integer not null default 0,
  created_at timestamptz not null default now()
);
create index on documents (household_id, id);
select protect_household_table('documents');

-- Written in one transaction with the message that has them indexed; replaced as a whole.
create table document_chunks (
  -- Made of the document, the place and the text: the same when the same document is read again.
  id uuid primary key,
  household_id uuid not null references households on delete cascade,
  document_id uuid not null references documents on delete cascade,
  -- Its place in the document, from 0.
  ordinal integer not null check (ordinal >= 0),
  -- From 1; null in formats without pages.
  page integer check (page > 0),
  -- Half-open, in UTF-16 units of the page's text (of the document's, where there are no pages).
  start_offset integer not null check (start_offset >= 0),
  end_offset integer not null check (end_offset > start_offset),
  text text not null check (length(text) > 0),
  -- Headings that it stands under, outermost first.
  headings text[] not null default '{}',
  language text not null check (language in ('pl', 'en')),
  -- SHA-256 of the text: vectors of the same text are made once.
  content_hash bytea not null check (length(content_hash) = 32),
  unique (document_id, ordinal)
);
create index on document_chunks (household_id);
select protect_household_table('document_chunks');
