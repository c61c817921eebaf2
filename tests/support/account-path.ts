import postgres from "postgres";

/** The address of the console's page of the account with this customer number. */
export async function accountPath(number: string): Promise<string> {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  const [account] = await sql`select id from accounts where customer_number = ${number}`.finally(() =>
    sql.end(),
  );
  return `/console/accounts/${String(account?.id)}`;
}
