import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Mark, markPath } from '../../../components/ui/Mark.tsx';

const page = readFileSync(join(import.meta.dirname, '../../../entrypoints/popup/index.html'), 'utf8');

it('paints the popup’s header before any code has run, with the mark that the code draws there as well', () => {
  const { document: shell } = parseHTML(page);
  const { document: drawn } = parseHTML(renderToStaticMarkup(createElement(Mark)));
  const attributes = (element: Element | null): Record<string, string> =>
    Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));
  expect(shell.querySelector('#root header h1')?.textContent).toBe('Connector Doctor');
  expect(shell.querySelector('#root header path')?.getAttribute('d')).toBe(markPath);
  expect(attributes(shell.querySelector('#root header svg'))).toEqual(attributes(drawn.querySelector('svg')));
});
