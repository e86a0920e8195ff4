/** What a report is read through. */
export type TabKey = 'overview' | 'findings' | 'exchanges' | 'preview' | 'readiness' | 'manifest' | 'report';

export const tabKeys: readonly TabKey[] = [
  'overview',
  'findings',
  'exchanges',
  'preview',
  'readiness',
  'manifest',
  'report',
];
