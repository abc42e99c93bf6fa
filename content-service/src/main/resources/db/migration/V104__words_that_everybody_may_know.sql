-- Whether a text for everybody ever had the word. What only clients' texts have must not show in what a search makes of a
-- visitor's mistyped word; what was withdrawn was public once, and is no secret.
alter table word add column is_public boolean not null default false;
update word set is_public = true
where exists (select 1
              from live l
              where l.public_at is not null
                and l.vector @@ (plainto_tsquery('english', word.word) || plainto_tsquery('simple', word.word)));
