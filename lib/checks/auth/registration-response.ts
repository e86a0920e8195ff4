import { isJsonObject, stringMember, stringsMember, type Json, type JsonObject } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { claudeClient } from '../../standards/claude-client.ts';

/**
 * What is wrong with the answer to a registration, the gravest first. `refused`: the official TypeScript package refuses it, which
 * Claude Code uses. `incomplete`: against RFC 7591, and clients do without.
 */
export type ResponseFault = 'not_json' | 'client_id' | 'callback' | 'unusable' | 'refused' | 'incomplete';

export interface ResponseDefect {
  readonly fault: ResponseFault;
  /** The members at fault with what they hold, without words of any language. */
  readonly members: string;
}

const order: readonly ResponseFault[] = ['not_json', 'client_id', 'callback', 'unusable', 'refused', 'incomplete'];

/**
 * Every defect of an answer to the registration of Claude, the gravest first.
 * @see https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1
 */
export function responseDefects(answer: Json): readonly ResponseDefect[] {
  if (!isJsonObject(answer)) return [{ fault: 'not_json', members: '–' }];
  const defects = [
    ...fault('client_id', (stringMember(answer, 'client_id') ?? '') === '' ? ['client_id'] : [], answer),
    ...callbackDefects(answer),
    ...fault('unusable', unusableMembers(answer), answer),
    ...fault('refused', refusedMembers(answer), answer),
    ...fault('incomplete', lacksExpiry(answer) ? ['client_secret_expires_at'] : [], answer),
  ];
  return defects.sort((a, b) => order.indexOf(a.fault) - order.indexOf(b.fault));
}

/** Members that the official TypeScript package refuses in an answer, `client_id` and `redirect_uris` left aside. */
export function refusedMembers(answer: JsonObject): readonly string[] {
  return Object.entries(memberKinds)
    .filter(([name, isRight]) => answer[name] !== undefined && !isRight(answer[name]))
    .map(([name]) => name);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isAddress = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && !/^(?:javascript|data|vbscript):/i.test(value.trim());
const isAddressOrEmpty = (value: unknown): boolean => value === '' || isAddress(value);

const memberKinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  token_endpoint_auth_method: isText,
  grant_types: areTexts,
  response_types: areTexts,
  client_name: isText,
  client_uri: isAddress,
  logo_uri: isAddressOrEmpty,
  scope: isText,
  contacts: areTexts,
  tos_uri: isAddressOrEmpty,
  policy_uri: isText,
  jwks_uri: isAddress,
  software_id: isText,
  software_version: isText,
  software_statement: isText,
  client_secret: isText,
  client_id_issued_at: isNumber,
  client_secret_expires_at: isNumber,
};

function callbackDefects(answer: JsonObject): ResponseDefect[] {
  const registered = answer['redirect_uris'];
  if (Array.isArray(registered) && registered.includes(claudeClient.callback)) return [];
  return fault('callback', ['redirect_uris'], answer);
}

/** What the answer makes of the client must leave it a way to get a token. */
function unusableMembers(answer: JsonObject): readonly string[] {
  const method = stringMember(answer, 'token_endpoint_auth_method');
  const known: readonly string[] = claudeClient.registrationAuthMethods;
  const secretMissing = method?.startsWith('client_secret_') === true && !stringMember(answer, 'client_secret');
  return [
    ...(method !== undefined && (!known.includes(method) || secretMissing) ? ['token_endpoint_auth_method'] : []),
    ...(secretMissing ? ['client_secret'] : []),
    ...(stringsMember(answer, 'grant_types')?.includes('authorization_code') === false ? ['grant_types'] : []),
    ...(stringsMember(answer, 'response_types')?.includes('code') === false ? ['response_types'] : []),
    ...(isNumber(answer['client_secret_expires_at']) && !Number.isInteger(answer['client_secret_expires_at'])
      ? ['client_secret_expires_at']
      : []),
  ];
}

function lacksExpiry(answer: JsonObject): boolean {
  return isText(answer['client_secret']) && answer['client_secret_expires_at'] === undefined;
}

function fault(kind: ResponseFault, names: readonly string[], answer: JsonObject): ResponseDefect[] {
  if (names.length === 0) return [];
  return [{ fault: kind, members: names.map((name) => shown(name, answer[name])).join(', ') }];
}

/** A secret is named without what it holds. */
function shown(name: string, value: Json | undefined): string {
  if (value === undefined || name === 'client_secret') return name;
  return inOneLine(`${name}: ${JSON.stringify(value)}`, 120);
}
