import { migrate } from "@/db/migrate";

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl)
  throw new Error("Set DATABASE_OWNER_URL to the role that owns the database, then run this again.");
await migrate(ownerUrl);
console.log("The database schema is up to date.");
