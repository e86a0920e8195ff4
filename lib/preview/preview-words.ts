import { msg, say, sayCount } from '../i18n/say.ts';
import type { DrawingKind } from './drawing/drawing-kind.ts';
import type { ConnectorPreview, PreviewText, ToolGroup, ToolsPreview } from './preview.ts';

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
    ? say('{length} characters: the directory takes {limit}.', { length, limit })
    : say('{length} of {limit} characters.', { length, limit });
}

/** How many tools there are, what they weigh, and what they lack, one line each. */
export function toolLines({ count, estimatedTokens, isWhole, groups }: ToolsPreview): readonly string[] {
  const all = groups.flatMap(({ tools }) => tools);
  const without = (what: 'title' | 'hint'): number => all.filter(({ missing }) => missing.includes(what)).length;
  const [title, hint] = [without('title'), without('hint')];
  return [
    sayCount(
      count,
      { one: '{count} tool, about {tokens} tokens.', other: '{count} tools, about {tokens} tokens together.' },
      { tokens: estimatedTokens },
    ),
    ...(isWhole ? [] : [say('The server has more tools than could be read.')]),
    ...(title > 0
      ? [sayCount(title, { one: '{count} tool has no title.', other: '{count} tools have no title.' })]
      : []),
    ...(hint > 0
      ? [
          sayCount(hint, {
            one: '{count} tool does not say whether it only reads.',
            other: '{count} tools do not say whether they only read.',
          }),
        ]
      : []),
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
