import { spawnSync } from 'node:child_process';
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extensionFolder, type BuiltFor } from '../../scripts/extension-folder.ts';
import { weightBudgets, weightOf } from '../../scripts/extension-weight.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const browsers: readonly BuiltFor[] = ['chrome', 'firefox'];

describe.each(browsers)('the extension as it is built for %s', (browser) => {
  const folder = extensionFolder(browser);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const scripts = globSync('**/*.js', { cwd: folder });
  const pages = globSync('*.html', { cwd: folder });

  it('keeps the popup at 110 kB and the background at 80 kB, compressed', () => {
    expect(weightOf(folder, 'popup')).toBeLessThanOrEqual(weightBudgets.popup);
    expect(weightOf(folder, 'background')).toBeLessThanOrEqual(weightBudgets.background);
  });

  it('makes no code out of text', () => {
    const found = scripts.filter((file) => /\beval\(|\bFunction\(|\bimportScripts\(/.test(read(file)));
    expect(found).toEqual([]);
  });

  it('loads no code from elsewhere', () => {
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((file) => /\b(?:import|from)\s*\(?\s*["'`]https?:/.test(read(file)))).toEqual([]);
    const sources = pages.flatMap((file) => referencesOf(read(file)));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !/^\/[^/]/.test(source))).toEqual([]);
  });

  it('may do nothing at its installation that a person would be warned about', () => {
    const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
    expect(manifest['host_permissions']).toBeUndefined();
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
    const asksNothing = ['storage', 'activeTab', 'scripting', 'contextMenus', 'alarms', 'sidePanel'];
    const quiet = [...asksNothing, 'declarativeNetRequestWithHostAccess'];
    // Without a host neither of them sees anything.
    const quietInChromium = [...quiet, 'offscreen', 'webRequest'];
    const quietInFirefox = [...quiet, 'identity', 'dns'];
    const allowed = browser === 'firefox' ? quietInFirefox : quietInChromium;
    expect((manifest['permissions'] as string[]).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('names the packages whose code it contains, with their licences', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt');
    for (const name of ['react-dom', 'wxt', 'idb', 'ipaddr.js']) expect(notices).toMatch(new RegExp(`^${name} `, 'm'));
  });
});

it('passes Mozilla’s linter', { timeout: 180_000 }, () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/web-ext/bin/web-ext.js'),
      'lint',
      '--no-config-discovery',
      '--output=json',
      `--source-dir=${extensionFolder('firefox')}`,
    ],
    // The linter would ask a registry whether there is a newer one.
    { encoding: 'utf8', env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  );
  expect(stderr).toBe('');
  const { errors, warnings } = JSON.parse(stdout) as { errors: LintMessage[]; warnings: LintMessage[] };
  expect(errors).toEqual([]);
  expect(warnings.filter((warning) => !isOfReact(warning))).toEqual([]);
});

it('puts no HTML into its pages', () => {
  const files = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const html = /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|setHTMLUnsafe/;
  expect(files.filter((file) => html.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

interface LintMessage {
  readonly code: string;
  readonly file?: string;
}

/** React’s own way to set the HTML that a component was given: none of ours is given any, as the next test says. */
function isOfReact({ code, file }: LintMessage): boolean {
  if (code !== 'UNSAFE_VAR_ASSIGNMENT' || file === undefined) return false;
  return readFileSync(join(extensionFolder('firefox'), file), 'utf8').includes('react.transitional.element');
}

function referencesOf(html: string): readonly string[] {
  return [...html.matchAll(/<(?:script|link|iframe|img)\b[^>]*\b(?:src|href)="([^"]*)"/g)].flatMap(
    ([, at]) => at ?? [],
  );
}
