import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { say, sayCount } from '../../i18n/say.ts';
import { groupAsks, groupTitles, unseenToolsWords } from '../preview-words.ts';
import type { ConnectorPreview, PreviewTool, ToolGroup } from '../preview.ts';
import { foreignText } from './foreign-text.ts';

/** Tools that are shown before the fold, and that are drawn at all, in each group. */
const most = { unfolded: 6, drawn: 400 } as const;

/** The tools as the permission screen groups them, with what a person decides of each; or why none were seen. */
export function drawTools({ tools, toolsUnseen }: Pick<ConnectorPreview, 'tools' | 'toolsUnseen'>): Element {
  const heading = h('h4', { className: ['cd-heading'] }, say('Tools'));
  if (tools === null) {
    return h('section', { className: ['cd-part'] }, [
      heading,
      h('p', { className: ['cd-soft'] }, unseenToolsWords(toolsUnseen)),
    ]);
  }
  const groups = tools.groups.map(({ kind, tools: ofGroup }) => drawGroup(kind, ofGroup));
  const none = h('p', { className: ['cd-soft'] }, say('The server lists no tools.'));
  return h('section', { className: ['cd-part'] }, [heading, ...(groups.length > 0 ? groups : [none])]);
}

function drawGroup(kind: ToolGroup, tools: readonly PreviewTool[]): Element {
  const drawn = tools.slice(0, most.drawn);
  const folded = drawn.slice(most.unfolded);
  return h('div', { className: ['cd-group', `cd-group-${kind}`] }, [
    h('h5', { className: ['cd-group-title'] }, [
      `${say(groupTitles[kind])} `,
      h('span', { className: ['cd-count'] }, String(tools.length)),
    ]),
    h('p', { className: ['cd-soft'] }, say(groupAsks[kind])),
    list(drawn.slice(0, most.unfolded)),
    ...(folded.length > 0 ? [fold(folded, tools.length - drawn.length)] : []),
  ]);
}

function fold(tools: readonly PreviewTool[], left: number): Element {
  return h('details', { className: ['cd-fold'] }, [
    h('summary', sayCount(tools.length + left, { one: '{count} more tool', other: '{count} more tools' })),
    list(tools),
    ...(left > 0
      ? [h('p', { className: ['cd-soft'] }, sayCount(left, { one: '… and {count} more', other: '… and {count} more' }))]
      : []),
  ]);
}

function list(tools: readonly PreviewTool[]): Element {
  return h('ul', { className: ['cd-tools'] }, tools.map(drawTool));
}

function drawTool(tool: PreviewTool): Element {
  const { name, shownAs, title, description, readOnly, destructive } = tool;
  const marks: ElementContent[] = [
    ...(title !== null && name !== '' ? [foreignText(name, 'cd-tool-name', 100)] : []),
    ...(readOnly !== true && destructive === true
      ? [h('span', { className: ['cd-mark'] }, say('Can delete or overwrite'))]
      : []),
  ];
  return h('li', { className: ['cd-tool'] }, [
    h('p', { className: ['cd-tool-title'] }, [foreignText(shownAs, 'cd-foreign', 200), ...marks]),
    ...(description !== null && description.trim() !== ''
      ? [h('p', { className: ['cd-tool-about'] }, foreignText(description, 'cd-foreign', 200))]
      : []),
  ]);
}
