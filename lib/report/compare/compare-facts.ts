import type { ConnectorFacts, Report } from '../../kernel/report.ts';
import { isJsonObject, stringMember } from '../../kernel/json.ts';
import type { FactChange, FactName } from './comparison.ts';

/** What was learned of the two and differs. What was not seen on one of the sides is no difference. */
export function compareFacts(before: Report, after: Report): readonly FactChange[] {
  if (before.subject !== after.subject) return [];
  if (after.subject === 'bundle') return changesOf(bundleFacts(before), bundleFacts(after));
  return changesOf(connectorFacts(before.facts), connectorFacts(after.facts));
}

/** Undefined: it was not seen. Null: it was looked at, and there is nothing. */
type Told = Readonly<Partial<Record<FactName, string | number | null | undefined>>>;

function changesOf(before: Told, after: Told): readonly FactChange[] {
  return (Object.keys(after) as FactName[]).flatMap((what) => {
    const [from, to] = [before[what], after[what]];
    if (from === undefined || to === undefined || from === to) return [];
    const breaks = what === 'sign-in' && from === 'none' && to !== 'partial' ? 'sign-in-added' : null;
    return [{ what, before: clipped(from), after: clipped(to), breaks }];
  });
}

function connectorFacts({ server, protocol, transport, auth, tools, resources, prompts }: ConnectorFacts): Told {
  const isAuthSeen = auth.mode !== 'unknown';
  const hasService = isAuthSeen && auth.mode !== 'none';
  return {
    'server-name': server?.name,
    'server-title': server?.title,
    'server-version': server?.version,
    protocol: listed(protocol.versions) ?? undefined,
    transport: transport ?? undefined,
    'sign-in': isAuthSeen ? auth.mode : undefined,
    'sign-in-service': hasService ? auth.authorizationServer : undefined,
    registration: hasService ? listed(auth.registration) : undefined,
    scopes: hasService ? listed(auth.scopes) : undefined,
    instructions: server?.instructionsLength,
    tokens: tools?.estimatedTokens,
    resources: resources?.count,
    prompts: prompts?.count,
  };
}

function bundleFacts({ evidence }: Report): Told {
  const bundle = isJsonObject(evidence) ? evidence['bundle'] : undefined;
  const value = isJsonObject(bundle) ? bundle['value'] : undefined;
  const manifest = isJsonObject(value) ? value['manifest'] : undefined;
  const said = isJsonObject(manifest) ? manifest['value'] : undefined;
  return {
    'server-name': stringMember(said, 'name'),
    'server-title': stringMember(said, 'display_name'),
    'server-version': stringMember(said, 'version'),
  };
}

/** In an order of its own, so that another order is no difference. */
function listed(items: readonly string[]): string | null {
  return items.length === 0 ? null : [...items].sort().join(', ');
}

const longest = 1_000;

function clipped(value: string | number | null): string | number | null {
  return typeof value === 'string' && value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
}
