import { connection } from "next/server";

/** As little as a page can be and still be answered anew for each request, like every page under a nonce. */
export default async function Page() {
  await connection();
  return <main>Bare</main>;
}
