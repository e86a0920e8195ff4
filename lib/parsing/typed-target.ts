import { isCredentialName } from '../kernel/credential-name.ts';
import { isPrivateHostname } from '../kernel/address.ts';
import type { Cleaning, IgnoredParts, Target, TypedTarget, TypedUrl } from '../kernel/target.ts';
import { hostNameProblem } from './host-name.ts';
import { findPlaceholder } from './placeholder.ts';
import { unicodeHost } from './punycode.ts';
import { readCommand } from './typed-command.ts';
import { readConfig } from './typed-config.ts';
import { addressesIn, nothingIgnored, otherAddresses } from './typed-ignored.ts';
import { withoutTypedSecrets } from './typed-redaction.ts';
import { beginsWithHost, cleanUrlText, visibleText } from './typed-text.ts';

/** What was typed: `typed` is free of secrets, `url` has them and stays in memory; null when nothing there can be asked over HTTP. */
export interface TypedReading {
  readonly typed: TypedTarget;
  readonly url: URL | null;
}

const longestInput = 100_000;
const longestShown = 2_048;

/**
 * Reads what somebody typed or pasted as the URL of a connector: a URL with whatever stands around it, a client’s configuration,
 * or a command. Never throws. Secrets are taken out of what is shown; URLs by
 * `redactText` alone where it is given. With `local` a bare host of the person’s own network gets http.
 */
export function readTypedTarget(
  text: string,
  redactText?: (part: string) => string,
  { local = false }: { readonly local?: boolean } = {},
): TypedReading {
  const raw = text.slice(0, longestInput);
  const visible = visibleText(raw);
  const show = (part: string): string => withoutTypedSecrets(part, redactText).slice(0, longestShown);
  const base: TypedTarget = {
    text: show(raw),
    kind: 'invalid',
    cleaned: visible === raw ? [] : ['trimmed'],
    ignored: nothingIgnored,
    localServer: null,
    placeholder: null,
    problem: null,
    url: null,
  };
  const onThisComputer = (localServer: TypedTarget['localServer']): TypedReading => ({
    typed: { ...base, kind: 'local-server-config', localServer },
    url: null,
  });
  const config = readConfig(visible);
  const found = (reading: { readonly url: string; readonly ignored: IgnoredParts }, cleaning: Cleaning): TypedReading =>
    readUrl(reading.url, { ...withCleaning(base, cleaning), ignored: reading.ignored }, { show, local });
  if (config?.kind === 'url') return found(config, 'taken-from-json');
  if (config?.kind === 'local') return onThisComputer('json-config');
  if (config?.kind === 'nothing') return invalid(base, 'it is a configuration without the address of a server');
  const command = readCommand(visible);
  if (command?.kind === 'url') return found(command, 'taken-from-command');
  if (command?.kind === 'local') return onThisComputer('command');
  return isFilePath(visible) ? onThisComputer('file-path') : readUrl(visible, base, { show, local });
}

/** Where the walk goes: the URL as Claude stores it, without fragment, credentials and the slash at the end of its path. */
export function targetOf(
  url: URL,
  { local }: { readonly local: boolean },
): Pick<Target, 'endpoint' | 'slashEndpoint' | 'privateAllowed'> {
  const plain = new URL(url);
  plain.hash = '';
  plain.username = '';
  plain.password = '';
  const slashEndpoint = hasTrailingSlash(plain) ? plain.href : null;
  if (slashEndpoint !== null) plain.pathname = plain.pathname.slice(0, -1);
  return { endpoint: plain.href, slashEndpoint, privateAllowed: local || isPrivateHostname(url.hostname) };
}

interface Reading {
  readonly show: (text: string) => string;
  readonly local: boolean;
}

function readUrl(text: string, base: TypedTarget, { show, local }: Reading): TypedReading {
  const { text: candidate, cleaned } = cleanUrlText(text, local);
  const placeholder = findPlaceholder(candidate);
  const described: TypedTarget = {
    ...cleaned.reduce(withCleaning, base),
    ignored: { ...base.ignored, addresses: base.ignored.addresses + otherAddresses(addressesIn(text), candidate) },
    placeholder: placeholder === undefined ? null : show(placeholder),
  };
  const problem = urlProblem(candidate);
  if (problem !== undefined) {
    return invalid(described, placeholder === undefined ? problem : 'a part of it is still to be filled in');
  }
  const url = new URL(candidate);
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  return { typed: { ...described, kind: 'url', url: partsOf(url, show) }, url: isHttp ? url : null };
}

function urlProblem(text: string): string | undefined {
  if (text === '') return 'it is empty';
  if (/\s/.test(text)) return 'it has a space in it';
  if (/^[^\s@/:]+@[^\s@/]+$/.test(text)) return 'it is an e-mail address';
  if (/^https?:\/*https?:?\/\//i.test(text)) return 'https:// stands twice at its beginning';
  const slip = /^([htpsx]{2,8}):\/\//i.exec(text)?.[1];
  if (slip !== undefined && !/^https?$/i.test(slip)) return `it begins with ${slip}://; did you mean https://?`;
  if (!/^[a-z][a-z\d+.-]*:/i.test(text) && !beginsWithHost(text)) return 'it names no host';
  if (!URL.canParse(text)) {
    return /:\d{5,}(?:[/?#]|$)/.test(text) ? 'its port is over 65535' : 'its host name or port is not valid';
  }
  const { hostname } = new URL(text);
  return hostname === '' ? 'it names no host' : hostNameProblem(hostname);
}

function partsOf(url: URL, show: (text: string) => string): TypedUrl {
  const { hostname } = url;
  const names = [...url.searchParams.keys()].filter(isCredentialName).map((name) => name.slice(0, 64));
  return {
    href: show(url.href),
    scheme: url.protocol,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    port: portOf(url),
    hasUserinfo: url.username !== '' || url.password !== '',
    credentialParameters: [...new Set(names)].slice(0, 20),
    hasFragment: url.href.includes('#'),
    hasTrailingSlash: hasTrailingSlash(url),
    unicodeHostname: unicodeHost(hostname) ?? null,
  };
}

function portOf({ protocol, port }: URL): number | null {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : protocol === 'http:' ? 80 : null;
}

function hasTrailingSlash({ pathname }: URL): boolean {
  return pathname.length > 1 && pathname.endsWith('/');
}

function isFilePath(text: string): boolean {
  const bare = text.replace(/^["'`]/, '');
  if (/^(?:file:|~[/\\]|\.{1,2}[/\\]|[a-z]:[/\\](?!\/)|\\\\|%\w+%\\)/i.test(bare)) return true;
  if (/^\/(?!\/)/.test(bare)) return true;
  return !/^https?:/i.test(bare) && /^[^\n]{1,1000}\.(?:mcpb|dxt)["'`]?$/i.test(bare);
}

function withCleaning(typed: TypedTarget, cleaning: Cleaning): TypedTarget {
  return typed.cleaned.includes(cleaning) ? typed : { ...typed, cleaned: [...typed.cleaned, cleaning] };
}

function invalid(typed: TypedTarget, problem: string): TypedReading {
  return { typed: { ...typed, problem }, url: null };
}
