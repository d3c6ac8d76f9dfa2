-- The chat may also propose to write into somebody's profile what was said of them.

alter table chat_proposals drop constraint chat_proposals_kind_check;
alter table chat_proposals add constraint chat_proposals_kind_check
  check (kind in ('cook', 'profile'));
