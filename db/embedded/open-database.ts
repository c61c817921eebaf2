import postgres from "postgres";

/**
 * Returns whether the server at `serverUrl` (a URL without a database) serves `dataFolder`; if so, creates `database`
 * when it is missing. False for another server, and for one that does not answer.
 */
export async function openDatabase(
  serverUrl: string,
  database: string,
  dataFolder: string,
): Promise<boolean> {
  const sql = postgres(`${serverUrl}/postgres`, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [server] = await sql<{ folder: string; known: boolean }[]>`
      select current_setting('data_directory') as folder,
             exists (select from pg_database where datname = ${database}) as known`;
    if (server?.folder !== dataFolder) return false;
    if (!server.known) await sql`create database ${sql(database)}`.catch(unlessDuplicate);
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function unlessDuplicate(error: unknown): void {
  const code = error instanceof postgres.PostgresError ? error.code : "";
  // Another process created it at the same time: the name or its catalogue row is already there.
  if (code !== "42P04" && code !== "23505") throw error;
}
