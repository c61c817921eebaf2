import { connection } from "next/server";

/** The smallest page that is still rendered for each request, like every page with a nonce. */
export default async function Page() {
  await connection();
  return <main>Bare</main>;
}
