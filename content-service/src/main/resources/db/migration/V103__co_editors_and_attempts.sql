-- Who might save it too when it was saved: what a late save is compared with. Null for what was kept before this.
alter table revision add co_editors text[];
