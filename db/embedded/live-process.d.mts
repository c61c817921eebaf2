export function processIdentity(pid: number): string | null;
export function isLive(identity: string): boolean;
export function servesFolder(pid: number, dataFolder: string): boolean;
