ALTER TABLE "sessions" ADD COLUMN "proven_at" timestamp (3) with time zone;
-- db/functions and db/policies: sha256 a50a9e47ee0c486fbbd85b9b80f51e1b5ea71e1eba29decadb2623e7bd51f6da
