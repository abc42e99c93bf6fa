-- The card stands beside each facet too: a list by tag reads one range of one table, and looks nothing up.
alter table live_facet add column card text;
update live_facet set card = live.card from live where live.insight_id = live_facet.insight_id;
alter table live_facet alter column card set not null;
