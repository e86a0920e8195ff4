import { browser, type Browser } from 'wxt/browser';
import type { ReplacedFunction } from '../../../lib/kernel/evidence-browser.ts';

/**
 * Firefox serves an extension's files under a name made for this browser alone: where extensions may be asked about, it is put right by
 * what they say of their own files.
 */
export async function withOwnIds(replaced: readonly ReplacedFunction[]): Promise<readonly ReplacedFunction[]> {
  const isClear = replaced.every(({ by }) => by.kind !== 'extension' || !by.id.includes('-'));
  const management = browser.management as typeof browser.management | undefined;
  if (isClear || management === undefined) return replaced;
  const ids = idsByHost(await management.getAll().catch(() => []));
  return replaced.map(({ name, by }) => ({
    name,
    by: by.kind === 'extension' ? { kind: 'extension', id: ids.get(by.id) ?? by.id } : by,
  }));
}

function idsByHost(all: readonly Browser.management.ExtensionInfo[]): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap(({ id, icons, optionsUrl }) =>
      [optionsUrl, ...(icons ?? []).map(({ url }) => url)].flatMap((url) => {
        const { protocol, host } = URL.parse(url) ?? {};
        return protocol === 'moz-extension:' && host ? [[host, id] as const] : [];
      }),
    ),
  );
}
