import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmbedded } from "@/db/embedded/start-embedded";
import { createTemporaryFolder, removeTemporaryFolder } from "@/tests/support/temporary-folder";
import { startClusterUser } from "./cluster-user";
import { makeOtherUser, type OtherUser } from "./other-user";

const SOMEONE = 1001;
let someone: OtherUser;
let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = createTemporaryFolder("embedded");
  dataDir = join(folder, "data");
});

afterEach(() => {
  removeTemporaryFolder(dataDir);
  removeTemporaryFolder(folder);
});

// Only root can run processes as another user; an ordinary user runs the other tests of this folder as itself.
describe.runIf(process.getuid?.() === 0)("started by root", () => {
  beforeAll(() => {
    someone = makeOtherUser(SOMEONE);
  });

  afterAll(() => removeTemporaryFolder(someone.folder));

  test("the server runs as a user without rights", async () => {
    const database = await startEmbedded({ dataDir });
    expect(statSync(database.dataFolder).uid).toBe(65_534);
    expect(statSync(join(database.dataFolder, "postmaster.pid")).uid).toBe(65_534);
    await database.stop();
  });

  test("below a folder that only root may enter, the cluster is in another folder that its user can enter", async () => {
    mkdirSync(dataDir);
    chmodSync(folder, 0o700);
    const database = await startEmbedded({ dataDir });
    const home = readFileSync(join(dataDir, "postgres", "location"), "utf8");
    expect(database.dataFolder.startsWith(folder)).toBe(false);
    expect(database.dataFolder.startsWith(home)).toBe(true);
    await database.stop();

    const again = await startEmbedded({ dataDir });
    expect(again.dataFolder).toBe(database.dataFolder);
    await again.stop();
    removeTemporaryFolder(dataDir);
    expect(existsSync(home)).toBe(false);
  });

  test("an ordinary user, root, and the ordinary user again can start one after the other", async () => {
    mkdirSync(dataDir);
    chownSync(dataDir, SOMEONE, SOMEONE);
    const first = await startClusterUser(dataDir, someone);
    const attached = await startEmbedded({ dataDir });
    expect(attached.attached).toBe(true);
    await attached.stop();
    await first.leave();

    const asRoot = await startEmbedded({ dataDir });
    expect(statSync(join(asRoot.dataFolder, "postmaster.pid")).uid).toBe(SOMEONE);
    await asRoot.stop();

    const last = await startClusterUser(dataDir, someone);
    expect(last).toMatchObject({ attached: false, dataFolder: first.dataFolder });
    await last.leave();
  });

  test("an ordinary user gets the message that the data folder belongs to root", async () => {
    const database = await startEmbedded({ dataDir });
    await expect(startClusterUser(dataDir, someone)).rejects.toThrow(/belongs to another user/);
    await database.stop();
  });
});
