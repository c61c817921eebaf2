export interface PostmasterFile {
  pid: number;
  port: number;
  isReady: boolean;
  isLive: boolean;
}
export function readPostmasterFile(dataFolder: string): PostmasterFile | null;
