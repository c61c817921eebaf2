export function liveNames(folder: string): string[];
export function addName(folder: string, name: string): void;
export function changeName(folder: string, from: string, to: string): void;
export function removeName(folder: string, name: string): void;
