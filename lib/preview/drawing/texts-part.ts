import type { Element } from 'hast';
import { h } from 'hastscript';
import { say } from '../../i18n/say.ts';
import type { DescriptionFault } from '../../kernel/evidence-listing.ts';
import { adviceWords, faultWords } from '../listing/fault-words.ts';
import { hazardWords } from '../listing/hazard-words.ts';
import type { ConnectorPreview } from '../preview.ts';
import { lengthWords, nameOrigin, toolFaults, toolLines } from '../preview-words.ts';
import { foreignText } from './foreign-text.ts';

/** Name, one-liner and description: their lengths, and what there is to mend. */
export function textsPart(preview: ConnectorPreview): Element {
  const { name, tagline, description } = preview;
  return h('section', { id: 'doc-texts', className: ['doc-part'] }, [
    h('h2', say('Texts')),
    h('h3', say('Name')),
    h('p', `${nameOrigin(name.from)} ${lengthWords(name)}`),
    ...list(name.hazards.map((hazard) => h('li', say(hazardWords[hazard])))),
    h('h3', say('One-liner')),
    h('p', tagline ? lengthWords(tagline) : say('None told.')),
    h('h3', say('Description')),
    h('p', description ? lengthWords(description) : say('None told.')),
    ...list([
      ...(description?.faults ?? []).map(faultItem),
      ...(description?.advice ?? []).map((advice) => h('li', say(adviceWords[advice]))),
    ]),
  ]);
}

/** What is missing at the tools; nothing where none were seen. */
export function toolsPart({ tools }: ConnectorPreview): readonly Element[] {
  if (tools === null) return [];
  const lines = [...toolLines(tools), ...toolFaults(tools)].map((line) => h('li', line));
  return [h('section', { id: 'doc-tools', className: ['doc-part'] }, [h('h2', say('Tools')), ...list(lines)])];
}

function list(items: readonly Element[]): readonly Element[] {
  return items.length === 0 ? [] : [h('ul', [...items])];
}

function faultItem({ kind, text, line }: DescriptionFault): Element {
  const { what, fix } = faultWords[kind];
  return h('li', [
    `${say('Line {line}: {what}.', { line, what: say(what) })} ${say(fix)} `,
    foreignText(text, 'cd-address', 100),
  ]);
}
