import type { Source } from '../source.ts';

/** The five documents that the companion began with, some of them in copies that are older than the page of today. */
export const firstDocumentsSources = {
  'connectors-faq': {
    title: 'Connectors FAQ',
    url: 'https://claude.com/docs/connectors/faq',
    date: null,
    dateInferred: false,
    kind: 'official',
    retired: false,
  },
  'connectors-faq-older': {
    title: 'Connectors FAQ',
    url: 'https://claude.com/docs/connectors/faq',
    date: null,
    dateInferred: false,
    kind: 'official',
    retired: true,
  },
  'directory-faq': {
    title: 'Anthropic Connectors Directory FAQ',
    url: 'https://support.claude.com/en/articles/11596036-anthropic-connectors-directory-faq',
    date: '2026-02-10',
    dateInferred: false,
    kind: 'official',
    retired: true,
  },
  'support-use-connectors-older': {
    title: 'Use connectors to extend Claude’s capabilities',
    url: 'https://support.claude.com/en/articles/11176164-use-connectors-to-extend-claude-s-capabilities',
    date: null,
    dateInferred: false,
    kind: 'official',
    retired: true,
  },
  'sunpeak-claude-connectors': {
    title: 'What Are Claude Connectors?',
    url: 'https://sunpeak.ai/blogs/what-are-claude-connectors/',
    date: '2026-04',
    dateInferred: true,
    kind: 'third-party',
    retired: false,
  },
} as const satisfies Readonly<Record<string, Source>>;
