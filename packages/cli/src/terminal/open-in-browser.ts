import { spawn } from "node:child_process";

/** Asks the system to open an address, without a shell. Whether it could is not known: the address is printed too. */
export function openInBrowser(url: string, [program, ...args]: readonly [string, ...string[]]): void {
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
