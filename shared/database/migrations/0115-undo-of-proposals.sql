-- What a confirmed proposal needs to be taken back, where that is more than its bookings.
alter table chat_proposals add column kept jsonb;
