import type { Report } from '../../lib/kernel/report.ts';
import { saveText } from './save-text.ts';

export type SavedForm = 'json' | 'markdown';

/** Hands the report to the browser as a file, and answers with its name. */
export async function saveReport(report: Report, form: SavedForm): Promise<string> {
  const text = form === 'json' ? await jsonOf(report) : await markdownOf(report);
  const name = fileName(report, form === 'json' ? 'json' : 'md');
  saveText(name, text, form === 'json' ? 'application/json' : 'text/markdown');
  return name;
}

/** The report as Markdown. */
export async function markdownOf(report: Report): Promise<string> {
  return (await import('../../lib/report/formats/render-markdown.ts')).renderMarkdown(report);
}

async function jsonOf(report: Report): Promise<string> {
  return (await import('../../lib/report/formats/encode.ts')).encodeReport(report);
}

/** “connector-doctor mcp.acme.dev 2026-11-21.json”: nothing in it that a file system takes amiss. */
export function fileName({ target, createdAt }: Pick<Report, 'target' | 'createdAt'>, ending: string): string {
  const host = target && 'host' in target ? target.host : '';
  const parts = ['connector-doctor', safe(host), safe(createdAt.slice(0, 10))].filter((part) => part !== '');
  return `${parts.join(' ')}.${ending}`;
}

function safe(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 80);
}
