import { msg, say, sayCount, spokenLanguage } from '../i18n/say.ts';
import { heavyList } from '../standards/tool-limits.ts';
import type { DrawingKind } from './drawing/drawing-kind.ts';
import type { ConnectorPreview, PreviewText, PreviewTool, ToolGroup, ToolsPreview } from './preview.ts';

/** Where the name comes from, in a sentence. */
export function nameOrigin(from: ConnectorPreview['name']['from']): string {
  return say(origins[from]);
}

const origins: Readonly<Record<ConnectorPreview['name']['from'], string>> = {
  draft: msg('As you wrote it.'),
  'server-title': msg('The title by which the server introduces itself.'),
  'server-name': msg('The name by which the server introduces itself; it has no title.'),
  host: msg('The host, since the server was not heard to introduce itself.'),
};

/** How long a text is, and how long it may be. */
export function lengthWords({ length, limit }: PreviewText): string {
  return length > limit
    ? say('{length} characters: the directory takes {limit}.', { length: number(length), limit: number(limit) })
    : say('{length} of {limit} characters.', { length: number(length), limit: number(limit) });
}

/** A number as the reader’s language writes it. The first use of Intl costs time, so that small ones do without. */
export function number(value: number): string {
  return value < 1_000 ? String(value) : value.toLocaleString(spokenLanguage());
}

/** An estimate of tokens, which has no last digits. */
export function roundedTokens(tokens: number): number {
  const step = tokens >= 1_000 ? 100 : tokens >= 100 ? 10 : 1;
  return Math.round(tokens / step) * step;
}

/** The list takes much of the room that Claude has for a conversation. */
export function isHeavy({ count, estimatedTokens }: Pick<ToolsPreview, 'count' | 'estimatedTokens'>): boolean {
  return count > heavyList.tools || estimatedTokens > heavyList.tokens;
}

/** How many tools there are and what they weigh, one line each. */
export function toolLines({ count, estimatedTokens, isWhole }: ToolsPreview): readonly string[] {
  return [
    sayCount(
      count,
      { one: '{count} tool, about {tokens} tokens.', other: '{count} tools, about {tokens} tokens together.' },
      { tokens: number(roundedTokens(estimatedTokens)) },
    ),
    ...(isWhole ? [] : [say('The server has more tools than could be read.')]),
  ];
}

/** What there is to mend at the tools, one line each: what it is, and what to do. */
export function toolFaults(tools: ToolsPreview): readonly string[] {
  const all = tools.groups.flatMap((group) => group.tools);
  const without = (what: 'title' | 'hint'): number => all.filter(({ missing }) => missing.includes(what)).length;
  const [title, hint] = [without('title'), without('hint')];
  return [
    ...(isHeavy(tools)
      ? [
          say(
            'The list is heavy: it takes that room where Claude loads all tools at once. Fewer tools, or shorter descriptions and schemas, leave more for the conversation.',
          ),
        ]
      : []),
    ...(title > 0
      ? [
          sayCount(title, {
            one: '{count} tool has no title. Give it one: people read it when they allow or block the tool.',
            other: '{count} tools have no title. Give them one: people read it when they allow or block the tools.',
          }),
        ]
      : []),
    ...(hint > 0
      ? [
          sayCount(hint, {
            one: '{count} tool does not say whether it only reads. State readOnlyHint, and destructiveHint where it changes something.',
            other:
              '{count} tools do not say whether they only read. State readOnlyHint, and destructiveHint where they change something.',
          }),
        ]
      : []),
  ];
}

/** What a person is asked of a group’s tools. */
export const groupAsks: Readonly<Record<ToolGroup, string>> = {
  'read-only': msg('For each tool, people choose Always allow, Needs approval or Blocked.'),
  write: msg(
    'These can change or delete something, or do not say that they only read. Under Needs approval, Claude asks before it uses one.',
  ),
};

/** What a tool lacks and weighs, in a few words each. */
export function toolMarks({ missing, estimatedTokens, readOnly, destructive }: PreviewTool): readonly string[] {
  return [
    ...(readOnly !== true && destructive === true ? [say('Can delete or overwrite')] : []),
    ...(missing.includes('title') ? [say('no title')] : []),
    ...(missing.includes('hint') ? [say('no hints')] : []),
    say('~{tokens} tokens', { tokens: number(roundedTokens(estimatedTokens)) }),
  ];
}

/** The badges beside the name. */
export function badgeWords({ custom, interactive }: ConnectorPreview['badges'], kind: DrawingKind): readonly string[] {
  return [...(kind === 'custom' && custom ? [say('Custom')] : []), ...(interactive ? [say('Interactive')] : [])];
}

/** The headings of the permission screen’s groups. */
export const groupTitles: Readonly<Record<ToolGroup, string>> = {
  'read-only': msg('Read-only tools'),
  write: msg('Write and delete tools'),
};

/** Why no tools are shown. */
export function unseenToolsWords(unseen: ConnectorPreview['toolsUnseen']): string {
  return unseen === 'needs-sign-in' ? say('The tools stand behind the sign-in.') : say('The tools could not be seen.');
}
