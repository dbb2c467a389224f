-- The least that keeping a signature can cost: one row of the same shape and two indexes, committed durably. For pgbench.
\set number random(1, 1000000000000000)
INSERT INTO single_insert (campaign, name, name_key, mailbox, mailbox_key, country, language, created_at)
VALUES (1, 'Bench ' || :number, 'bench ' || :number, :number || '@example.org', :number || '@example.org', 'SN', 'fr', :number);
