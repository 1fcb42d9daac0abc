import { isIP } from "node:net";

/** Whether this machine alone can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** Whether an address stands for all addresses of the machine. */
export function isWildcard(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

/**
 * Which `Host` headers a server that listens on `host` answers to.
 *
 * A page of another site can make a browser send requests here under a name whose address it changed to this one
 * ("DNS rebinding"); the header then holds that name. The port is not looked at: it differs behind a tunnel, and
 * rebinding does not depend on it. Where all addresses are listened on, any address will do, since an address cannot
 * be rebound, and so will the machine's own name.
 */
export function toHostCheck(host: string, machineName: string): (header: string | undefined) => boolean {
  const loopback = ["localhost", "127.0.0.1", "::1"];
  const own = host.toLowerCase();
  const names = new Set(
    isLoopback(own) ? [own, ...loopback] : isWildcard(own) ? [machineName.toLowerCase(), ...loopback] : [own],
  );
  return (header) => {
    const name = toHostname(header);
    return name !== null && (names.has(name) || (isWildcard(own) && isIP(name) !== 0));
  };
}

/** The name in a `Host` header, without port and brackets; null where the header is no such thing. */
function toHostname(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/iu.exec(header ?? "");
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}
