CREATE INDEX "audit_events_supplier_acts" ON "audit_events" USING btree ("supplier_id","at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "audit_events"."action" <> 'invoice_deposited';
-- db/functions and db/policies: sha256 f2db4f61fbbd86a9e9f4de4282806f949d0b2a30b51820acbdb6fe6934da5ba2
