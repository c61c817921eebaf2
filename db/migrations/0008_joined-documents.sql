ALTER TABLE "invoices" ADD COLUMN "joined_documents" text[] DEFAULT '{}' NOT NULL;
-- db/functions and db/policies: sha256 2a7af28ad77d3fec4c22534f68032c30ab41ba8f7082224ff9799c9b772e30c1
