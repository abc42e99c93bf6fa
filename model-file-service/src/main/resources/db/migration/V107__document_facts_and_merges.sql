-- What a workbook says of itself and holds beside its cells, and which of the preview's cells are merged. Versions judged
-- before have neither: nobody looked.
alter table inspection
    add column facts  jsonb,                        -- workbook.DocumentFacts; null for a rejected file, or one judged before
    add column merges jsonb not null default '{}';  -- by the sheet's position in document -> 'sheets': {"0": ["A1:B1"]}
