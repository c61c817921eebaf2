import postgres from "postgres";

/** The role that the portal signs in as: no superuser, no way around row-level security. */
export const APPLICATION_LOGIN = "efacture_web";
/** The group the migrations create and give its rights. */
const APPLICATION_GROUP = "efacture_app";
/** Any constant: roles belong to the whole server, and two processes must not change one at once. */
const LOCK = 4_116_932;

/** Makes the login of `appUrl` a member of the application's group, with the password in the URL. Run after the migrations. */
export async function grantApplicationLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const password = decodeURIComponent(new URL(appUrl).password);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${LOCK})`;
      const [role] = await tx`select from pg_roles where rolname = ${APPLICATION_LOGIN}`;
      if (!role) await tx`create role ${tx(APPLICATION_LOGIN)}`;
      // The password is from our own generator: letters, digits, - and _.
      await tx.unsafe(
        `alter role ${APPLICATION_LOGIN} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit password '${password.replaceAll("'", "''")}'`,
      );
      await tx`grant ${tx(APPLICATION_GROUP)} to ${tx(APPLICATION_LOGIN)}`;
    });
  } finally {
    await sql.end();
  }
}
