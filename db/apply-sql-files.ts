import type postgres from "postgres";
import type { SqlFile } from "./sql-files";

/*
 * Policies and triggers cannot be replaced in place, and a grant removed from its file must be removed from the database.
 * Functions are replaced in place, because constraints, policies and other functions may depend on them.
 */
const REMOVE_WHAT_FILES_CREATE = `
  do $$
  declare
    found record;
  begin
    for found in select policyname, tablename from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on public.%I', found.policyname, found.tablename);
    end loop;
    for found in
      select tgname, relname from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = 'public'::regnamespace and not tgisinternal
    loop
      execute format('drop trigger %I on public.%I', found.tgname, found.relname);
    end loop;
  end
  $$;
  revoke all on all tables in schema public from public, efacture_app, efacture_auth, efacture_jobs;
  revoke all on all functions in schema public from efacture_app, efacture_jobs`;

/**
 * Replaces the functions, triggers, policies and grants of a database by those of the files
 * (`sqlFiles().afterTables`), in the caller's transaction, so that nobody sees a table without its policies. A
 * function that no file creates any more stays until a numbered migration drops it, because the version before may
 * still call it.
 */
export async function applySqlFiles(tx: postgres.TransactionSql, files: readonly SqlFile[]): Promise<void> {
  const [roles, ...others] = files;
  if (roles) await run(tx, roles);
  await tx.unsafe(REMOVE_WHAT_FILES_CREATE);
  // PostgreSQL lets efacture_auth become owner of a function only while it may create one itself.
  await tx.unsafe("grant create on schema public to efacture_auth");
  for (const file of others) await run(tx, file);
  await tx.unsafe("revoke create on schema public from efacture_auth");
}

/** Runs one file; the error of a statement names the file. */
export async function run(tx: postgres.TransactionSql, file: SqlFile): Promise<void> {
  try {
    await tx.unsafe(file.text);
  } catch (error) {
    throw new Error(`db/${file.path} cannot be applied.`, { cause: error });
  }
}
