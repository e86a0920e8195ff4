/** One mapping, as curl reads it: an empty host and port 0 stand for any (from) and for the same (to). */
export interface ConnectTo {
  readonly fromHost: string;
  readonly fromPort: number;
  readonly toHost: string;
  readonly toPort: number;
}

/** Reads `HOST1:PORT1:HOST2:PORT2`; IPv6 literals are in brackets, and every part may be empty. Throws for anything else. */
export function parseConnectTo(text: string): ConnectTo {
  const parts = /^(\[[^\]]*\]|[^:[\]]*):(\d*):(\[[^\]]*\]|[^:[\]]*):(\d*)$/.exec(text);
  if (!parts) throw new Error(`not HOST1:PORT1:HOST2:PORT2: ${text}`);
  const [, fromHost = '', fromPort = '', toHost = '', toPort = ''] = parts;
  return { fromHost, fromPort: Number(fromPort), toHost, toPort: Number(toPort) };
}

/** Where a connection goes. `host` has no brackets. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** A dialled place, and whether the person chose it. */
export interface Route extends Endpoint {
  readonly mapped: boolean;
}

/** The first mapping that fits decides; without one the endpoint itself is dialled. */
export function routeOf(endpoint: Endpoint, mappings: readonly ConnectTo[]): Route {
  const mapping = mappings.find(
    ({ fromHost, fromPort }) =>
      (fromHost === '' || bareHost(fromHost) === bareHost(endpoint.host)) &&
      (fromPort === 0 || fromPort === endpoint.port),
  );
  if (!mapping) return { ...endpoint, mapped: false };
  return {
    host: mapping.toHost === '' ? endpoint.host : bareHost(mapping.toHost),
    port: mapping.toPort === 0 ? endpoint.port : mapping.toPort,
    mapped: true,
  };
}

/** The endpoint that a URL names; 443 and 80 are filled in. */
export function endpointOf(url: URL): Endpoint {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return { host: bareHost(url.hostname), port };
}

/** Lower case, without the brackets of an IPv6 literal. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '');
}
