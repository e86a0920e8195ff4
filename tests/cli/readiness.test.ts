import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuthority, type Authority } from '../../clinic/authority.ts';
import { neverAnswer, respondHtml, routes } from '../../clinic/http-call.ts';
import { sampleTools } from '../../clinic/mcp-methods.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { pngPicture, plain } from '../../clinic/pictures.ts';
import type { Stage } from '../../clinic/stage.ts';
import { emptyDraft } from '../../lib/kernel/listing.ts';
import type { Readiness } from '../../lib/preview/readiness/readiness.ts';
import { runProgram, type Ended, type RunOptions } from './program.ts';
import { openStage, wayTo } from './staged.ts';

const url = 'https://mcp.notebook.dev/mcp';
/** Only where a tool shows an app are pictures of it asked for. */
const withApp = { tools: sampleTools.map((tool) => ({ ...tool, _meta: { ui: { resourceUri: 'ui://notes/board' } } })) };
const words = '<p>We keep your data, show it to nobody else, and delete it when you ask for it.</p>';

let authority: Authority;
let folder: string;
let stage: Stage;

beforeAll(async () => {
  authority = await createAuthority();
});

beforeEach(async () => {
  const staged = await openStage(authority);
  ({ stage, folder } = staged);
  return staged.close;
});

function ready(line: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['readiness', ...line, ...wayTo(stage)], { cwd: folder, ...options });
}

function bare(line: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(['readiness', ...line], { cwd: folder, ...options });
}

async function open(options: Parameters<typeof mcpServer>[0] = {}): Promise<void> {
  await stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer(options) }));
  await stage.host('www.notebook.dev', routes({ '/privacy': respondHtml(200, words) }));
}

const listing = {
  name: 'Notebook',
  tagline: 'Your notes in Claude.',
  description: 'Notes.\n\n## Examples\n\n1. Find my drafts.\n2. Write this up.\n3. What is new?',
  categories: ['Productivity'],
  privacyPolicyUrl: 'https://www.notebook.dev/privacy',
  confirmed: ['slug'],
};

function rowsIn(stdout: string): Readonly<Record<string, string>> {
  const { rows } = JSON.parse(stdout) as Readiness;
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
}

describe('readiness', () => {
  it('fills in the checklist from a check and a listing', async () => {
    await open();
    writeFileSync(join(folder, 'listing.json'), JSON.stringify(listing));
    const { code, stdout, stderr } = await ready([
      url,
      '--listing',
      'listing.json',
      '--support',
      'help@notebook.dev',
      '--format',
      'json',
    ]);
    expect(stderr).not.toMatch(/connector-doctor:/);
    const filled = JSON.parse(stdout) as Readiness;
    expect(filled.schema).toBe('connector-doctor/readiness@1');
    expect(filled.counts).toMatchObject({ unmet: 0, confirmed: 1 });
    expect(rowsIn(stdout)).toMatchObject({
      transport: 'met',
      'tool-titles': 'met',
      name: 'met',
      description: 'met',
      privacy: 'met',
      support: 'met',
      documentation: 'confirm',
      'works-in-claude': 'confirm',
    });
    expect(code).toBe(0);
  });

  it('tells in text what is not met first, and fails for it', async () => {
    await open();
    const { code, stdout } = await ready([url, '--name', 'Sam’s Notes', '--documentation', 'http://www.notebook.dev']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Ready for the directory\? https:\/\/mcp\.notebook\.dev\/mcp\n\d+ met, 2 not met, \d+ for you to confirm/,
    );
    expect(stdout.indexOf('Not met (2)')).toBeLessThan(stdout.indexOf('For you to confirm ('));
    expect(stdout.indexOf('For you to confirm (')).toBeLessThan(stdout.search(/^Met \(/m));
    expect(stdout).toContain('listing.name-hazard');
  });

  it('writes Markdown into a file, with what the listing says kept from being markup', async () => {
    await open();
    writeFileSync(join(folder, 'about.md'), 'Notes <img src=x onerror=alert(1)>\n```\n<script>x</script>');
    const { code } = await ready([url, '--name', '<b>Notes</b>', '--description', 'about.md', '--output', 'ready.md']);
    expect(code).toBe(1);
    const markdown = readFileSync(join(folder, 'ready.md'), 'utf8');
    expect(markdown).toMatch(/^# Ready for the directory\? `https:\/\/mcp\.notebook\.dev\/mcp`\n/);
    expect(markdown).toMatch(/^- \[x\] It speaks Streamable HTTP$/m);
    expect(markdown).toMatch(/^- \[ \] \*\*Not met:\*\* A description/m);
    expect(markdown).toContain('````\nNotes <img');
    expect(markdown).toContain('\\<b\\>Notes');
  });

  it('looks at pictures by their bytes', async () => {
    await open(withApp);
    writeFileSync(join(folder, 'wide.png'), pngPicture(1_200, 40, plain(1, 2, 3)));
    writeFileSync(join(folder, 'fake.png'), 'GIF89a');
    const { stdout } = await ready([url, '--screenshot', 'wide.png', '--screenshot', 'fake.png', '--format', 'json']);
    const row = (JSON.parse(stdout) as Readiness).rows.find(({ id }) => id === 'screenshots');
    expect(row).toMatchObject({ state: 'unmet', codes: ['listing.requirement-unmet'] });
    expect(row?.why).toContain('“fake.png” is no PNG');
  });

  it('takes the word of a file for no look at pictures', async () => {
    await open(withApp);
    const shot = { name: 'a', type: 'png', width: 5_000, height: 4_000, bytes: 0, digest: 'a' };
    const screenshots = [shot, { ...shot, digest: 'b' }, { ...shot, digest: 'c' }];
    writeFileSync(join(folder, 'listing.json'), JSON.stringify({ ...listing, screenshots }));
    const { stdout } = await ready([url, '--listing', 'listing.json', '--format', 'json']);
    const row = (JSON.parse(stdout) as Readiness).rows.find(({ id }) => id === 'screenshots');
    expect(row).toMatchObject({ state: 'confirm' });
    expect(row?.why).toContain('nobody has looked at them');
  });

  it('judges and hands in what was typed, of a check and of a saved report alike, and the report keeps none of it', async () => {
    await open();
    const long = 'a-rather-long-name-of-somebody-at-work@mail.acme.example';
    writeFileSync(join(folder, 'fits.md'), `${'x@y.co '.repeat(20)}${'w'.repeat(1_820)}`);
    writeFileSync(join(folder, 'over.md'), `${`${long} `.repeat(20)}${'w'.repeat(2_100 - 20 * (long.length + 1))}`);
    const about = [
      '--support',
      'help@notebook.dev',
      '--privacy-policy',
      `${listing.privacyPolicyUrl}?token=abcdefSECRET`,
    ];
    const leads = stage.connectTo.flatMap((lead) => ['--connect-to', lead, '--cacert', 'ca.pem']);
    const saved = await runProgram(['check', url, '--output', 'report.json', '--resolver', stage.resolver, ...leads], {
      cwd: folder,
    });
    expect(saved.code).toBe(0);
    for (const way of [[url], ['--replay', 'report.json']]) {
      const run = way[0] === url ? ready : bare;
      const fits = await run([...way, '--description', 'fits.md', ...about, '--format', 'markdown']);
      expect(fits.code).toBe(0);
      expect(fits.stdout).toContain('1,960 of 2,000 characters');
      expect(fits.stdout).toContain('Support: `help@notebook.dev`');
      expect(fits.stdout).toContain('?token=abcdefSECRET');
      expect(fits.stdout).toContain('x@y.co x@y.co');
      expect(fits.stdout).not.toContain('redacted-');
      const over = await run([...way, '--description', 'over.md', ...about, '--format', 'json']);
      expect(over.code).toBe(1);
      expect(over.stdout).toContain('It has 2,100 characters with its Markdown, and there is room for 2,000.');
      expect(over.stdout).not.toMatch(/abcdefSECRET|help@notebook/);
    }
  });

  it('speaks German, and to programs English', async () => {
    await open();
    const german = await ready([url], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(german.stdout).toMatch(/^Bereit für das Verzeichnis\?/);
    const json = await ready([url, '--format', 'json'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect((JSON.parse(json.stdout) as Readiness).rows[0]?.title).toBe('The server answers at a public https address');
  });

  it('fills it in from a saved report, without any request', async () => {
    await open();
    const leads = stage.connectTo.flatMap((lead) => ['--connect-to', lead]);
    const saved = await runProgram(
      ['check', url, '--output', 'report.json', ...leads, '--cacert', 'ca.pem', '--resolver', stage.resolver],
      { cwd: folder },
    );
    expect(saved.code).toBe(0);
    const before = stage.log.requests.length;
    const { code, stdout } = await bare([
      '--replay',
      'report.json',
      '--name',
      'Notes',
      '--privacy-policy',
      listing.privacyPolicyUrl,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(rowsIn(stdout)).toMatchObject({ name: 'met', privacy: 'confirm', transport: 'met' });
    expect(stage.log.requests.length).toBe(before);
  });

  it.each([
    [['--replay', 'none.json'], /none\.json/],
    [[], /readiness needs the connector’s URL/],
    [[url, '--listing', 'no.json'], /no\.json cannot be read: there is no such file/],
    [[url, '--listing', 'list.json'], /list\.json is no listing: it has to hold one JSON object/],
    [
      [url, '--listing', 'typo.json'],
      /typo\.json is not understood: the member “nmae” is not known here. Known are name, tagline/,
    ],
    [[url, '--listing', 'wrong.json'], /wrong\.json is no listing: its member “categories” is not what it should be/],
    [[url, '--description', 'bytes.md'], /bytes\.md is no text in UTF-8/],
    [[url, '--output', 'nowhere/ready.md'], /nowhere/],
    [[url, '--format', 'pdf'], /--format takes text/],
  ] as const)('says in one sentence what is wrong with %j', async (line, sentence) => {
    writeFileSync(join(folder, 'list.json'), '["Notes"]');
    writeFileSync(join(folder, 'typo.json'), '{"nmae":"Notes"}');
    writeFileSync(join(folder, 'wrong.json'), '{"categories":"Notes"}');
    writeFileSync(join(folder, 'bytes.md'), Buffer.from([0xff, 0xfe, 0x00]));
    const { code, stderr, stdout } = await bare(line);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
  });

  it('says that it was interrupted, and what was seen by then', async () => {
    await stage.host('mcp.notebook.dev', neverAnswer);
    const { code, stdout } = await ready([url], {
      onStart: (child) => {
        const look = setInterval(() => {
          if (stage.log.requests.length === 0) return;
          clearInterval(look);
          child.kill('SIGINT');
        }, 20);
      },
    });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Ready for the directory\?/);
  });

  it('tells of itself', async () => {
    const { code, stdout } = await bare(['--help']);
    expect(code).toBe(0);
    for (const option of ['--listing <file>', '--privacy-policy <url>', '--replay <file>', '--sign-in']) {
      expect(stdout).toContain(option);
    }
  });

  it('shows a listing file that it takes', async () => {
    await open();
    const { stdout: help } = await bare(['--help']);
    const shown = /^ {2}\{\n[^]+?^ {2}\}$/m.exec(help)?.[0] ?? '';
    writeFileSync(join(folder, 'listing.json'), shown.replaceAll('https://example.com', 'https://www.notebook.dev'));
    const { stdout, stderr } = await ready([url, '--listing', 'listing.json', '--format', 'json']);
    expect(stderr).not.toMatch(/connector-doctor:/);
    expect(JSON.parse(stdout)).toMatchObject({ counts: { confirmed: 2 } });
    expect(rowsIn(stdout)).toMatchObject({ name: 'met', categories: 'met', support: 'met', privacy: 'met' });
    for (const member of Object.keys(emptyDraft).filter((each) => each !== 'screenshots')) {
      expect(shown).toContain(`"${member}"`);
    }
  });
});
