import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FactLine } from '../../../components/help/FactLine.tsx';
import { SourceNotes } from '../../../components/help/SourceNotes.tsx';
import { sourceDateWords } from '../../../components/help/SourceLine.tsx';
import { dateWords } from '../../../lib/help/date-words.ts';
import { factPages } from '../../../lib/help/fact-pages.ts';
import { guides } from '../../../lib/guides/catalog.ts';
import { german } from '../../../lib/i18n/german/catalogue.ts';
import { speak } from '../../../lib/i18n/say.ts';
import { facts, type FactId } from '../../../lib/knowledge/facts.ts';
import { sources } from '../../../lib/knowledge/sources.ts';

const lineOf = (id: FactId) => textOf(renderToStaticMarkup(createElement(FactLine, { id })));
const notesOf = (ids: readonly FactId[]) => renderToStaticMarkup(createElement(SourceNotes, { ids }));
const textOf = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-09-02T00:00:00Z') });
});
afterEach(() => {
  speak(null);
  vi.useRealTimers();
});

describe('dateWords', () => {
  it('says as much of a date as there is', () => {
    expect(['2026-08-21', '2026-09', '2026'].map(dateWords)).toEqual(['21 Aug 2026', 'Sept 2026', '2026']);
    speak(german);
    expect(dateWords('2026-08-21')).toBe('21. Aug. 2026');
  });
});

describe('sourceDateWords', () => {
  it('tells dated, guessed, undated and vanished pages apart', () => {
    expect(sourceDateWords(sources['support-use-connectors'])).toBe('21 Aug 2026');
    expect(sourceDateWords(sources['docs-building'])).toBe('about Sept 2026');
    expect(sourceDateWords(sources['connectors-faq'])).toBe('undated');
    expect(sourceDateWords(sources['connectors-faq-older'])).toBe('undated, an older copy');
    expect(sourceDateWords(sources['directory-faq'])).toBe('10 Feb 2026, no longer shown there');
  });
});

describe('factPages', () => {
  it('names each page once, with the earliest day on which it was read', () => {
    expect(factPages(['transports', 'tool-result-size'])).toEqual([{ id: 'docs-building', checkedOn: '2026-09-01' }]);
    expect(factPages(['trailing-slash-removed', 'only-port-443']).map(({ id }) => id)).toEqual([
      'report-issue-234',
      'report-jw-mcp-8',
    ]);
  });
});

describe('FactLine', () => {
  it('shows a statement with its page, the page’s date and the day on which it was read', () => {
    expect(lineOf('enable-per-chat')).toContain(facts['enable-per-chat'].statement);
    expect(lineOf('enable-per-chat')).toMatch(
      /Source: +Add a connector that isn’t in the directory .*, about Sept 2026 · checked 1 Sept 2026/,
    );
  });

  it('says since when it holds, what others say, and that one should look again', () => {
    const line = lineOf('tool-call-timeout');
    expect(line).toContain(
      'Known to hold since Jun 2026. Likely, not certain. Look at the page again before you rely on it.',
    );
    expect(line).toMatch(
      /What other pages say .*“A tool call may take 300 seconds\.” says +Connectors FAQ .*, undated\./,
    );
    expect(line).toMatch(/said +Anthropic Connectors Directory FAQ .* until Feb 2026 or longer\./);
  });

  it('leads to the page to look at where its own source is gone', () => {
    expect(lineOf('training-opt-in')).toMatch(/Look there before you rely on it: +Anthropic’s privacy policy/);
    expect(lineOf('training-opt-in')).not.toContain('Look at the page again');
  });

  it('tells who says it where that is not Anthropic', () => {
    expect(lineOf('interactive-content-host')).toContain('Source, not Anthropic’s:');
    expect(lineOf('trailing-slash-removed')).toContain('Reported by users:');
  });

  it('speaks the reader’s language, but for the names of pages', () => {
    speak(german);
    const line = lineOf('tool-call-timeout');
    expect(line).toContain('Im Web und in Claude Desktop darf ein Tool-Aufruf 240 Sekunden dauern.');
    expect(line).toMatch(/Quelle: +Build an MCP server for Claude .*, etwa Sept\. 2026 · geprüft am 1\. Sept\. 2026/);
    expect(line).not.toMatch(/Source|checked|undated|pages say/);
  });

  it('says by when it should have been read again, from that day on', () => {
    const due = facts['only-port-443'].reviewBy;
    expect(due).toBe('2027-03-22');
    vi.setSystemTime(Date.parse('2027-03-21T23:59:59Z'));
    expect(lineOf('only-port-443')).not.toContain('read again');
    vi.setSystemTime(Date.parse('2027-03-22T00:00:00Z'));
    expect(lineOf('only-port-443')).toContain('The page should have been read again by 22 Mar 2027.');
    speak(german);
    expect(lineOf('only-port-443')).toContain('Die Seite hätte bis 22. März 2027 noch einmal gelesen werden sollen.');
  });

  it('makes nothing up where nothing differs', () => {
    expect(lineOf('enable-per-chat')).not.toMatch(/other pages|look at the page/i);
  });
});

describe('SourceNotes', () => {
  it('shows each page once, and every statement with its own source', () => {
    const ids = ['tool-call-timeout', 'tool-result-size', 'oauth-answer-times'] as const;
    const text = textOf(notesOf(ids));
    expect(text.split('The 3 statements that this rests on')[0]?.match(/Source:/g)).toHaveLength(2);
    for (const id of ids) expect(text).toContain(facts[id].statement);
    expect(text).toContain('Pages differ here, or only one tells');
    expect(textOf(notesOf(['oauth-answer-times']))).not.toContain('Pages differ here');
  });

  it('shows two pages at most at once, and counts the others with the statements', () => {
    const ids = guides.reconnect.facts;
    const pages = factPages(ids);
    expect(pages.length).toBeGreaterThan(3);
    const notes = notesOf(ids);
    const [atOnce = ''] = notes.split('<details');
    expect(textOf(atOnce).match(/· checked/g)).toHaveLength(2);
    // A page that is gone is none of the two where others are there.
    expect(atOnce).not.toContain('no longer shown there');
    const more = String(pages.length - 2);
    expect(textOf(notes)).toContain(
      `${more} more sources, and the ${String(ids.length)} statements that this rests on`,
    );
    for (const { id } of pages) expect(notes).toContain(sources[id].url.replaceAll('&', '&amp;'));
    speak(german);
    expect(textOf(notesOf(ids))).toContain(`${more} weitere Quellen und die ${String(ids.length)} Aussagen`);
  });

  it('says when something should have been read again, once', () => {
    const ids = ['oauth-answer-times', 'enable-per-chat'] as const;
    expect(textOf(notesOf(ids))).not.toContain('Some of it should have been read again');
    vi.setSystemTime(Date.parse('2030-01-01T00:00:00Z'));
    expect(textOf(notesOf(ids)).match(/Some of it should have been read again/g)).toHaveLength(1);
  });

  it('links to pages alone, in a tab of their own', () => {
    const links = [...notesOf(['status-page', 'only-port-443']).matchAll(/<a [^>]+>/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/href="https:.*target="_blank" rel="noreferrer noopener"/);
  });
});
