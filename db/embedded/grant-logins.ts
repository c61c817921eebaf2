import postgres from "postgres";

/** The logins of the portal, with the group of each: no superusers, and no right to bypass row-level security. */
export const WEB_LOGIN = "efacture_web";
export const JOBS_LOGIN = "efacture_worker";
const GROUPS = { [WEB_LOGIN]: "efacture_app", [JOBS_LOGIN]: "efacture_jobs" };
/**
 * An arbitrary lock number: roles belong to the whole server, and two processes must not change one at the same time.
 */
const LOCK = 4_116_932;

/**
 * Makes the two logins of an embedded database, with the passwords of their URLs, and marks the database as embedded:
 * demo data and the demo mailbox are allowed only in a marked database. Run it after the migrations, at each start: it
 * also repairs a cluster of an earlier version.
 */
export async function grantLogins(database: {
  ownerUrl: string;
  appUrl: string;
  jobsUrl: string;
}): Promise<void> {
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      await makeLogin(tx, WEB_LOGIN, database.appUrl);
      await makeLogin(tx, JOBS_LOGIN, database.jobsUrl);
      const name = decodeURIComponent(new URL(database.ownerUrl).pathname.slice(1));
      await markEmbedded(tx, name);
    });
  } finally {
    await sql.end();
  }
}

/** Marks a database of this server as embedded, and lets no login make temporary tables in it. */
export async function markEmbedded(
  sql: postgres.Sql | postgres.TransactionSql,
  database: string,
): Promise<void> {
  await sql`alter database ${sql(database)} set efacture.embedded = 'on'`;
  await sql`revoke temporary on database ${sql(database)} from public`;
}

async function makeLogin(
  tx: postgres.TransactionSql,
  login: keyof typeof GROUPS,
  url: string,
): Promise<void> {
  const [role] = await tx`select from pg_roles where rolname = ${login}`;
  if (!role) await tx`create role ${tx(login)}`;
  // The password comes from our own generator: letters, digits, - and _.
  const password = decodeURIComponent(new URL(url).password).replaceAll("'", "''");
  await tx.unsafe(
    `alter role ${login} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit password '${password}'`,
  );
  await tx`grant ${tx(GROUPS[login])} to ${tx(login)}`;
}
