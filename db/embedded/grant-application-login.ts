import postgres from "postgres";

/** The login role of the portal: no superuser, and no right to bypass row-level security. */
export const APPLICATION_LOGIN = "efacture_web";
/** The group role that the migrations create, with its rights. */
const APPLICATION_GROUP = "efacture_app";
/**
 * An arbitrary lock number: roles belong to the whole server, and two processes must not change one at the same time.
 */
const LOCK = 4_116_932;

/**
 * Adds the login of `appUrl` to the application's group, with the password of the URL. Run it after the migrations.
 */
export async function grantApplicationLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(appUrl).password);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      const [role] = await tx`select from pg_roles where rolname = ${APPLICATION_LOGIN}`;
      if (!role) await tx`create role ${tx(APPLICATION_LOGIN)}`;
      // The password comes from our own generator: letters, digits, - and _.
      await tx.unsafe(
        `alter role ${APPLICATION_LOGIN} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit password '${password.replaceAll("'", "''")}'`,
      );
      await tx`grant ${tx(APPLICATION_GROUP)} to ${tx(APPLICATION_LOGIN)}`;
    });
  } finally {
    await sql.end();
  }
}
